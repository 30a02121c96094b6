// fails: push waits while the queue is full
export function makeQueue<Value>(capacity: number) {
  const values: Value[] = [];
  const takers: ((value: Value) => void)[] = [];
  let sleeping: (() => void)[] = [];
  return {
    async push(value: Value): Promise<void> {
      const taker = takers.shift();
      if (taker) return taker(value);
      if (values.length >= capacity) await new Promise<void>((resolve) => sleeping.push(resolve));
      values.push(value);
    },
    async take(): Promise<Value> {
      if (values.length === 0) return await new Promise((resolve) => takers.push(resolve));
      const oldest = values.shift() as Value;
      for (const wake of sleeping) wake();
      sleeping = [];
      return oldest;
    },
  };
}
