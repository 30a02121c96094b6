// fails: a thenable counts like a promise
export function all<Value>(items: (Value | Promise<Value>)[]): Promise<Value[]> {
  return new Promise((resolve, reject) => {
    const values: Value[] = [];
    let missing = items.length;
    if (missing === 0) resolve(values);
    const put = (index: number, value: Value): void => {
      values[index] = value;
      missing -= 1;
      if (missing === 0) resolve(values);
    };
    for (const [index, item] of items.entries()) {
      if (item instanceof Promise) item.then((value) => put(index, value), reject);
      else put(index, item);
    }
  });
}
