/** Does what `Promise.all` does: one promise of many values, in the order of the items. */
export async function all<Value>(items: (Value | PromiseLike<Value>)[]): Promise<Value[]> {
  const values: Value[] = [];
  for (const item of items) {
    values.push(await item);
  }
  return values;
}
