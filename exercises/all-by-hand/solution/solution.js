/**
 * Does what `Promise.all` does: one promise of many values, in the order of the items.
 *
 * @template Value
 * @param {(Value | PromiseLike<Value>)[]} items
 * @returns {Promise<Value[]>}
 */
export function all(items) {
  return new Promise((resolve, reject) => {
    const values = [];
    let missing = items.length;
    const keep = (index, value) => {
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
