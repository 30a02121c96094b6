export function cached(load) {
  const entries = new Map();

  function ask(key) {
    const entry = { listeners: [], isLoaded: false, value: undefined };
    entries.set(key, entry);
    load(key).then(
      (value) => {
        entry.isLoaded = true;
        entry.value = value;
        for (const { resolve } of entry.listeners) resolve(value);
      },
      (error) => {
        entries.delete(key);
        for (const { reject } of entry.listeners) reject(error);
      },
    );
    return entry;
  }

  return (key) => {
    const entry = entries.get(key) ?? ask(key);
    if (entry.isLoaded) return Promise.resolve(entry.value);
    return new Promise((resolve, reject) => entry.listeners.push({ resolve, reject }));
  };
}
