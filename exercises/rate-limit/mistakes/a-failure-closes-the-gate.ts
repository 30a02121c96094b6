// fails: a failure reaches whoever asked, and nobody else
type Ask = (question: string) => Promise<string>;

export function limitRate(perSecond: number, ask: Ask): Ask {
  const startsMs: number[] = [];
  let before: Promise<unknown> = Promise.resolve();
  return (question) => {
    const gate = before.then(async () => {
      const waitMs = (startsMs.at(-perSecond) ?? -Infinity) + 1000 - Date.now();
      if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
      startsMs.push(Date.now());
    });
    const answer = gate.then(() => ask(question));
    before = Promise.race([answer, gate.then(() => answer)]);
    return answer;
  };
}
