// fails: values come in the order of the items, without help
export function all<Value>(items: (Value | PromiseLike<Value>)[]): Promise<Value[]> {
  return new Promise((resolve, reject) => {
    const values: Value[] = [];
    if (items.length === 0) resolve(values);
    for (const item of items) {
      Promise.resolve(item).then((value) => {
        values.push(value);
        if (values.length === items.length) resolve(values);
      }, reject);
    }
  });
}
