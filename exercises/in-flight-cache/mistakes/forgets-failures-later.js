// fails: who hears of a failure can ask again at once
export function cached(load) {
  const promises = new Map();
  return (key) => {
    if (!promises.has(key)) {
      const promise = load(key);
      promises.set(key, promise);
      promise.catch(() => setTimeout(() => promises.delete(key)));
    }
    return promises.get(key);
  };
}
