export type Ask = (question: string) => Promise<string>;

/** A function that asks as `ask` does, but starts at most `perSecond` questions per second. */
export function limitRate(perSecond: number, ask: Ask): Ask {
  const startsMs: number[] = [];
  return async (question) => {
    const nowMs = Date.now();
    const before = startsMs.length < perSecond ? undefined : startsMs.shift();
    const startMs = before === undefined ? nowMs : Math.max(nowMs, before + 1000);
    startsMs.push(startMs);
    if (startMs > nowMs) await sleep(startMs - nowMs);
    return await ask(question);
  };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
