// fails: any questions, at any time
type Ask = (question: string) => Promise<string>;

export function limitRate(perSecond: number, ask: Ask): Ask {
  const startsMs: number[] = [];
  return async (question) => {
    const nowMs = Date.now();
    const startMs = Math.max(nowMs, (startsMs.at(-perSecond) ?? -Infinity) + 1000);
    startsMs.push(startMs);
    if (startMs > nowMs) await new Promise((resolve) => setTimeout(resolve, startMs - nowMs));
    try {
      return await ask(question);
    } catch (error) {
      startsMs.splice(startsMs.indexOf(startMs), 1);
      throw error;
    }
  };
}
