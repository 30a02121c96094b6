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
    const lastSecond = startsMs.filter((startMs) => startMs > Date.now() - 1000);
    if (lastSecond.length >= perSecond) await sleep(1000);
    startsMs.push(Date.now());
    return await ask(question);
  };
}

function sleep(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
