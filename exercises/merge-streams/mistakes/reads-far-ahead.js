// fails: a busy loop does not make the sources run ahead
export async function* merge(left, right) {
  const arrived = [];
  let isOver = false;
  let wake = () => {};
  const tell = (news) => {
    arrived.push(news);
    wake();
  };
  const pump = async (source) => {
    for await (const value of source) {
      if (isOver) return;
      tell({ value });
    }
  };
  Promise.all([pump(left), pump(right)]).then(
    () => tell({ isEnd: true }),
    (error) => tell({ error }),
  );
  try {
    for (;;) {
      while (arrived.length === 0) await new Promise((resolve) => (wake = resolve));
      const news = arrived.shift();
      if (news.isEnd) return;
      if (news.error) throw news.error;
      yield news.value;
    }
  } finally {
    isOver = true;
  }
}
