export function cached(load) {
  const attempts = new Map();

  async function attempt(key) {
    try {
      return await load(key);
    } catch (error) {
      attempts.delete(key);
      throw error;
    }
  }

  return async (key) => {
    if (!attempts.has(key)) attempts.set(key, attempt(key));
    return await attempts.get(key);
  };
}
