// fails: push waits while the queue is full
export function makeQueue<Value>(capacity: number) {
  const values: { value: Value; resolve: () => void }[] = [];
  const takers: ((value: Value) => void)[] = [];
  return {
    async push(value: Value): Promise<void> {
      const taker = takers.shift();
      if (taker) return taker(value);
      await new Promise<void>((resolve) => values.push({ value, resolve }));
    },
    async take(): Promise<Value> {
      const oldest = values.shift();
      if (!oldest) return await new Promise((resolve) => takers.push(resolve));
      oldest.resolve();
      return oldest.value;
    },
  };
}
