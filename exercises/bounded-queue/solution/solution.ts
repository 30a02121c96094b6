export type Queue<Value> = {
  push: (value: Value) => Promise<void>;
  take: () => Promise<Value>;
};

/** A queue with room for `capacity` values. */
export function makeQueue<Value>(capacity: number): Queue<Value> {
  const values: Value[] = [];
  const takers: ((value: Value) => void)[] = [];
  const pushers: { value: Value; enter: () => void }[] = [];
  return {
    async push(value) {
      const taker = takers.shift();
      if (taker) taker(value);
      else if (values.length < capacity) values.push(value);
      else await new Promise<void>((enter) => pushers.push({ value, enter }));
    },
    async take() {
      if (values.length === 0) return await new Promise<Value>((resolve) => takers.push(resolve));
      const oldest = values.shift() as Value;
      const pusher = pushers.shift();
      if (pusher) {
        values.push(pusher.value);
        pusher.enter();
      }
      return oldest;
    },
  };
}
