// fails: any key, any value
export function cached(load) {
  const values = new Map();
  const underWay = new Map();
  return async (key) => {
    if (values.get(key)) return values.get(key);
    if (!underWay.has(key))
      underWay.set(
        key,
        load(key).finally(() => underWay.delete(key)),
      );
    const value = await underWay.get(key);
    values.set(key, value);
    return value;
  };
}
