/** The promise for whatever happens as number 0, 1, 2, … of its kind; made when it is first asked for. */
function numbered<Value>() {
  const made: PromiseWithResolvers<Value>[] = [];
  return (index: number) => (made[index] ??= Promise.withResolvers<Value>());
}

export function makeQueue<Value>(capacity: number) {
  const arrived = numbered<Value>();
  const left = numbered<void>();
  let [pushed, taken] = [0, 0];
  return {
    async push(value: Value): Promise<void> {
      const mine = pushed;
      pushed += 1;
      arrived(mine).resolve(value);
      if (mine >= taken + capacity) await left(mine - capacity).promise;
    },
    async take(): Promise<Value> {
      const mine = taken;
      taken += 1;
      left(mine).resolve();
      return await arrived(mine).promise;
    },
  };
}
