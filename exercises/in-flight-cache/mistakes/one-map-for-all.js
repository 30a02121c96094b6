// fails: two caches share nothing
const asked = new Map();

export function cached(load) {
  return (key) => {
    if (!asked.has(key)) {
      const loading = load(key);
      asked.set(key, loading);
      loading.catch(() => asked.delete(key));
    }
    return asked.get(key);
  };
}
