// fails: news come in the order of arrival
export async function* merge(left, right) {
  let open = [left, right].map((source) => source[Symbol.asyncIterator]());
  try {
    while (open.length > 0) {
      for (const iterator of open) {
        const { value, done } = await iterator.next();
        if (done) open = open.filter((other) => other !== iterator);
        else yield value;
      }
    }
  } finally {
    for (const iterator of open) await iterator.return();
  }
}
