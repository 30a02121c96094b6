// fails: take waits until there is something
export function makeQueue<Value>(capacity: number) {
  const values: Value[] = [];
  const pushers: { value: Value; enter: () => void }[] = [];
  let taker: ((value: Value) => void) | undefined;
  return {
    async push(value: Value): Promise<void> {
      if (taker) {
        taker(value);
        taker = undefined;
      } else if (values.length < capacity) values.push(value);
      else await new Promise<void>((enter) => pushers.push({ value, enter }));
    },
    async take(): Promise<Value> {
      if (values.length === 0) return await new Promise<Value>((resolve) => (taker = resolve));
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
