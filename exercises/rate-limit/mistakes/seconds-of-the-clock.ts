// fails: a second begins with each start
type Ask = (question: string) => Promise<string>;

export function limitRate(perSecond: number, ask: Ask): Ask {
  const startsIn = new Map<number, number>();
  return async (question) => {
    let second = Math.floor(Date.now() / 1000);
    while ((startsIn.get(second) ?? 0) >= perSecond) second += 1;
    startsIn.set(second, (startsIn.get(second) ?? 0) + 1);
    const waitMs = second * 1000 - Date.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    return await ask(question);
  };
}
