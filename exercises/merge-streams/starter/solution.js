/**
 * Hands out the values of two sources in the order of their arrival; closes both in the end.
 *
 * @template Value
 * @param {AsyncIterable<Value>} left
 * @param {AsyncIterable<Value>} right
 * @returns {AsyncGenerator<Value, void, undefined>}
 */
export async function* merge(left, right) {
  yield* left;
  yield* right;
}
