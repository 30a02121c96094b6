export type Queue<Value> = {
  push: (value: Value) => Promise<void>;
  take: () => Promise<Value>;
};

/** A queue with room for `capacity` values. */
export function makeQueue<Value>(capacity: number): Queue<Value> {
  const values: Value[] = [];
  const takers: ((value: Value) => void)[] = [];
  return {
    async push(value) {
      const taker = takers.shift();
      if (taker) taker(value);
      else values.push(value);
    },
    async take() {
      if (values.length > 0) return values.shift() as Value;
      return await new Promise<Value>((resolve) => takers.push(resolve));
    },
  };
}
