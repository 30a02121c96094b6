// fails: an empty list is done at once
export function all<Value>(items: (Value | PromiseLike<Value>)[]): Promise<Value[]> {
  return new Promise((resolve, reject) => {
    const values: Value[] = [];
    let missing = items.length;
    for (const [index, item] of items.entries()) {
      Promise.resolve(item).then((value) => {
        values[index] = value;
        missing -= 1;
        if (missing === 0) resolve(values);
      }, reject);
    }
  });
}
