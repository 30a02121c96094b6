// fails: any items, at any speed
export function all<Value>(items: (Value | PromiseLike<Value>)[]): Promise<Value[]> {
  return new Promise((resolve, reject) => {
    let missing = items.length;
    if (missing === 0) resolve([]);
    items.forEach((item, index) => {
      Promise.resolve(item).then((value) => {
        items[index] = value;
        missing -= 1;
        if (missing === 0) resolve(items as Value[]);
      }, reject);
    });
  });
}
