/**
 * Does what `Promise.all` does: one promise of many values, in the order of the items.
 *
 * @template Value
 * @param {(Value | PromiseLike<Value>)[]} items
 * @returns {Promise<Value[]>}
 */
export async function all(items) {
  const values = [];
  for (const item of items) {
    values.push(await item);
  }
  return values;
}
