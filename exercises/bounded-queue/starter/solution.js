/**
 * A queue with room for `capacity` values.
 *
 * @template Value
 * @param {number} capacity
 * @returns {{ push: (value: Value) => Promise<void>, take: () => Promise<Value> }}
 */
export function makeQueue(capacity) {
  const values = [];
  const takers = [];
  return {
    async push(value) {
      const taker = takers.shift();
      if (taker) taker(value);
      else values.push(value);
    },
    async take() {
      if (values.length > 0) return values.shift();
      return await new Promise((resolve) => takers.push(resolve));
    },
  };
}
