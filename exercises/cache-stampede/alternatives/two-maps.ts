export function makeCache<Value>(load: (key: string) => Promise<Value>, maxAgeMs: number) {
  const fresh = new Map<string, { value: Value; atMs: number }>();
  const loading = new Map<string, Promise<Value>>();

  async function loadAndKeep(key: string): Promise<Value> {
    try {
      const value = await load(key);
      fresh.set(key, { value, atMs: Date.now() });
      return value;
    } finally {
      loading.delete(key);
    }
  }

  return async (key: string): Promise<Value> => {
    const known = fresh.get(key);
    if (known && Date.now() - known.atMs < maxAgeMs) return known.value;
    const underWay = loading.get(key) ?? loadAndKeep(key);
    loading.set(key, underWay);
    return await underWay;
  };
}
