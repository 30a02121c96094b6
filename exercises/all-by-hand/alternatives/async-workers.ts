export function all<Value>(items: (Value | PromiseLike<Value>)[]): Promise<Value[]> {
  const values = new Map<number, Value>();
  return new Promise((resolve, reject) => {
    const finish = () => {
      if (values.size === items.length) resolve(items.map((_item, index) => values.get(index) as Value));
    };
    items.forEach(async (item, index) => {
      try {
        values.set(index, await item);
        finish();
      } catch (error) {
        reject(error);
      }
    });
    finish();
  });
}
