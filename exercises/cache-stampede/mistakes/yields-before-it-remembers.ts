// fails: a crowd at an empty cache asks once
export function makeCache<Value>(load: (key: string) => Promise<Value>, maxAgeMs: number) {
  const entries = new Map<string, { value: Value; atMs: number }>();
  const loading = new Map<string, Promise<Value>>();
  return async (key: string): Promise<Value> => {
    const known = entries.get(key);
    if (known && Date.now() - known.atMs < maxAgeMs) return known.value;
    if (loading.has(key)) return (await loading.get(key)) as Value;
    await null;
    const underWay = load(key);
    loading.set(key, underWay);
    try {
      const value = await underWay;
      entries.set(key, { value, atMs: Date.now() });
      return value;
    } finally {
      loading.delete(key);
    }
  };
}
