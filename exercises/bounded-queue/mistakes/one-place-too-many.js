// fails: push waits while the queue is full
export function makeQueue(capacity) {
  const values = [];
  const takers = [];
  const pushers = [];
  return {
    async push(value) {
      if (takers.length > 0) return takers.shift()(value);
      values.push(value);
      if (values.length > capacity + 1) await new Promise((resolve) => pushers.push(resolve));
    },
    async take() {
      if (values.length === 0) return await new Promise((resolve) => takers.push(resolve));
      pushers.shift()?.();
      return values.shift();
    },
  };
}
