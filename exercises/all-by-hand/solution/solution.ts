/** Does what `Promise.all` does: one promise of many values, in the order of the items. */
export function all<Value>(items: (Value | PromiseLike<Value>)[]): Promise<Value[]> {
  return new Promise((resolve, reject) => {
    const values: Value[] = [];
    let missing = items.length;
    const keep = (index: number, value: Value): void => {
      values[index] = value;
      missing -= 1;
      if (missing === 0) resolve(values);
    };
    for (const [index, item] of items.entries()) {
      Promise.resolve(item).then((value) => keep(index, value), reject);
    }
    if (missing === 0) resolve(values);
  });
}
