// fails: the reader keeps to the pace of the writer
export function makeQueue() {
  const values = [];
  const takers = [];
  return {
    async push(value) {
      values.push(value);
      if (takers.length > 0) takers.shift()(values.shift());
    },
    async take() {
      if (values.length > 0) return values.shift();
      return await new Promise((resolve) => takers.push(resolve));
    },
  };
}
