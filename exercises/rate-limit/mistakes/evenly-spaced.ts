// fails: seven questions at once, three per second
type Ask = (question: string) => Promise<string>;

export function limitRate(perSecond: number, ask: Ask): Ask {
  let nextMs = 0;
  return async (question) => {
    const startMs = Math.max(Date.now(), nextMs);
    nextMs = startMs + 1000 / perSecond;
    if (startMs > Date.now()) await new Promise((resolve) => setTimeout(resolve, startMs - Date.now()));
    return await ask(question);
  };
}
