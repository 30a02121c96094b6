// fails: a slow answer keeps nobody waiting
type Ask = (question: string) => Promise<string>;

export function limitRate(perSecond: number, ask: Ask): Ask {
  const lanes: Promise<unknown>[] = Array.from({ length: perSecond }, () => Promise.resolve());
  let next = 0;
  return async (question) => {
    const lane = next % perSecond;
    next += 1;
    const before = lanes[lane];
    const mine = (async () => {
      await before;
      return await ask(question);
    })();
    lanes[lane] = Promise.all([
      mine.catch(() => {}),
      new Promise((resolve) => setTimeout(resolve, 1000)),
    ]).then(() => before);
    return await mine;
  };
}
