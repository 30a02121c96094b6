// fails: seven questions at once, three per second
type Ask = (question: string) => Promise<string>;

export function limitRate(perSecond: number, ask: Ask): Ask {
  const startsMs: number[] = [];
  return async (question) => {
    const before = startsMs.length <= perSecond ? -Infinity : (startsMs.shift() ?? 0);
    const startMs = Math.max(Date.now(), before + 1000);
    startsMs.push(startMs);
    if (startMs > Date.now()) await new Promise((resolve) => setTimeout(resolve, startMs - Date.now()));
    return await ask(question);
  };
}
