// fails: two queues know nothing of each other
const values = [];
const takers = [];
const pushers = [];

export function makeQueue(capacity) {
  return {
    async push(value) {
      const taker = takers.shift();
      if (taker) taker(value);
      else if (values.length < capacity) values.push(value);
      else await new Promise((enter) => pushers.push({ value, enter }));
    },
    async take() {
      if (values.length === 0) return await new Promise((resolve) => takers.push(resolve));
      const oldest = values.shift();
      const pusher = pushers.shift();
      if (pusher) {
        values.push(pusher.value);
        pusher.enter();
      }
      return oldest;
    },
  };
}
