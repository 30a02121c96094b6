// fails: different keys do not wait for each other
export function makeCache(load, maxAgeMs) {
  const entries = new Map();
  let turn = Promise.resolve();
  return (key) => {
    const mine = turn.then(async () => {
      const entry = entries.get(key);
      if (entry && Date.now() - entry.arrivedAtMs < maxAgeMs) return entry.value;
      const value = await load(key);
      entries.set(key, { value, arrivedAtMs: Date.now() });
      return value;
    });
    turn = mine.catch(() => {});
    return mine;
  };
}
