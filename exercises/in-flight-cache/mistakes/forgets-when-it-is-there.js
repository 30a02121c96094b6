// fails: a user who is there is not loaded again
export function cached(load) {
  const underWay = new Map();
  return async (key) => {
    if (!underWay.has(key)) underWay.set(key, load(key));
    try {
      return await underWay.get(key);
    } finally {
      underWay.delete(key);
    }
  };
}
