type Ask = (question: string) => Promise<string>;

export function limitRate(perSecond: number, ask: Ask): Ask {
  const startsMs: number[] = [];
  let gate: Promise<void> = Promise.resolve();

  async function passGate(): Promise<void> {
    const before = startsMs.at(-perSecond) ?? -Infinity;
    const waitMs = before + 1000 - Date.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    startsMs.push(Date.now());
  }

  return async (question) => {
    gate = gate.then(passGate);
    await gate;
    return await ask(question);
  };
}
