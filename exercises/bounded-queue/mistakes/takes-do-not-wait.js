// fails: take waits until there is something
export function makeQueue(capacity) {
  const values = [];
  const pushers = [];
  return {
    async push(value) {
      if (values.length < capacity) values.push(value);
      else await new Promise((enter) => pushers.push({ value, enter }));
    },
    async take() {
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
