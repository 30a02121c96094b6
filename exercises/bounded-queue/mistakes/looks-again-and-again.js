// fails: the reader keeps to the pace of the writer
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export function makeQueue(capacity) {
  const values = [];
  return {
    async push(value) {
      while (values.length >= capacity) await sleep(30);
      values.push(value);
    },
    async take() {
      while (values.length === 0) await sleep(30);
      return values.shift();
    },
  };
}
