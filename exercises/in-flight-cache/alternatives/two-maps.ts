export function cached<Value>(load: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const values = new Map<string, Value>();
  const underWay = new Map<string, Promise<Value>>();

  async function loadAndKeep(key: string): Promise<Value> {
    try {
      const value = await load(key);
      values.set(key, value);
      return value;
    } finally {
      underWay.delete(key);
    }
  }

  return async (key) => {
    if (values.has(key)) return values.get(key) as Value;
    if (!underWay.has(key)) underWay.set(key, loadAndKeep(key));
    return await (underWay.get(key) as Promise<Value>);
  };
}
