export async function* merge(left, right) {
  const arrived = [];
  let isOver = false;
  let wake = () => {};
  const tell = (news) => {
    arrived.push(news);
    wake();
  };

  async function pump(source) {
    for await (const value of source) {
      if (isOver) return;
      await new Promise((taken) => tell({ value, taken }));
      if (isOver) return;
    }
  }

  Promise.all([pump(left), pump(right)]).then(
    () => tell({ isEnd: true }),
    (error) => tell({ error }),
  );
  try {
    for (;;) {
      while (arrived.length === 0) await new Promise((resolve) => (wake = resolve));
      const news = arrived.shift();
      if (news.isEnd) return;
      if ('error' in news) throw news.error;
      news.taken();
      yield news.value;
    }
  } finally {
    isOver = true;
    for (const { taken } of arrived) taken?.();
  }
}
