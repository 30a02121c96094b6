export type Ask = (question: string) => Promise<string>;

/** A function that asks as `ask` does, but starts at most `perSecond` questions per second. */
export function limitRate(perSecond: number, ask: Ask): Ask {
  const startsMs: number[] = [];
  return async (question) => {
    const lastSecond = startsMs.filter((startMs) => startMs > Date.now() - 1000);
    if (lastSecond.length >= perSecond) await sleep(1000);
    startsMs.push(Date.now());
    return await ask(question);
  };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
