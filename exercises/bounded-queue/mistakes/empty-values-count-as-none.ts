// fails: any value may be in the queue
export function makeQueue<Value>(capacity: number) {
  const values: Value[] = [];
  const takers: ((value: Value) => void)[] = [];
  const pushers: { value: Value; enter: () => void }[] = [];
  return {
    async push(value: Value): Promise<void> {
      const taker = takers.shift();
      if (taker) taker(value);
      else if (values.length < capacity) values.push(value);
      else await new Promise<void>((enter) => pushers.push({ value, enter }));
    },
    async take(): Promise<Value> {
      const oldest = values.shift();
      if (!oldest) return await new Promise<Value>((resolve) => takers.push(resolve));
      const pusher = pushers.shift();
      if (pusher) {
        values.push(pusher.value);
        pusher.enter();
      }
      return oldest;
    },
  };
}
