// fails: nobody pushes in
export function makeQueue<Value>(capacity: number) {
  const values: Value[] = [];
  const takers: ((value: Value) => void)[] = [];
  const sleeping: (() => void)[] = [];
  return {
    async push(value: Value): Promise<void> {
      const taker = takers.shift();
      if (taker) return taker(value);
      while (values.length >= capacity) await new Promise<void>((resolve) => sleeping.push(resolve));
      values.push(value);
    },
    async take(): Promise<Value> {
      if (values.length === 0) return await new Promise((resolve) => takers.push(resolve));
      sleeping.shift()?.();
      return values.shift() as Value;
    },
  };
}
