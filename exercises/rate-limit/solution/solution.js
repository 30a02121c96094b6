/**
 * A function that asks as `ask` does, but starts at most `perSecond` questions per second.
 *
 * @param {number} perSecond
 * @param {(question: string) => Promise<string>} ask
 * @returns {(question: string) => Promise<string>}
 */
export function limitRate(perSecond, ask) {
  const startsMs = [];
  return async (question) => {
    const nowMs = Date.now();
    const before = startsMs.length < perSecond ? undefined : startsMs.shift();
    const startMs = before === undefined ? nowMs : Math.max(nowMs, before + 1000);
    startsMs.push(startMs);
    if (startMs > nowMs) await sleep(startMs - nowMs);
    return await ask(question);
  };
}

function sleep(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
