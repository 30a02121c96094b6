// fails: the reader keeps to the pace of the writer
export function makeQueue(capacity) {
  const values = [];
  const takers = [];
  const pushers = [];
  return {
    async push(value) {
      const taker = takers.shift();
      if (taker) taker(value);
      else if (values.length < capacity) values.push(value);
      else await new Promise((enter) => pushers.push({ value, enter }));
    },
    async take() {
      if (values.length === 0) return await new Promise((resolve) => takers.push(resolve));
      const value = values.pop();
      const pusher = pushers.pop();
      if (pusher) {
        values.push(pusher.value);
        pusher.enter();
      }
      return value;
    },
  };
}
