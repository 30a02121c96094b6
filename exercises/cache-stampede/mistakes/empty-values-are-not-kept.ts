// fails: an empty value is a value
export function makeCache<Value>(load: (key: string) => Promise<Value>, maxAgeMs: number) {
  const fresh = new Map<string, { value: Value; atMs: number }>();
  const loading = new Map<string, Promise<Value>>();
  return async (key: string): Promise<Value> => {
    const known = fresh.get(key);
    if (known?.value && Date.now() - known.atMs < maxAgeMs) return known.value;
    let underWay = loading.get(key);
    if (!underWay) {
      underWay = load(key).finally(() => loading.delete(key));
      loading.set(key, underWay);
    }
    const value = await underWay;
    if (!fresh.has(key) || known) fresh.set(key, { value, atMs: Date.now() });
    return value;
  };
}
