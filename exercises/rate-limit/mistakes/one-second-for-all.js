// fails: two limits do not count each other
const startsMs = [];

export function limitRate(perSecond, ask) {
  return async (question) => {
    const nowMs = Date.now();
    const startMs = Math.max(nowMs, (startsMs.at(-perSecond) ?? -Infinity) + 1000);
    startsMs.push(startMs);
    if (startMs > nowMs) await new Promise((resolve) => setTimeout(resolve, startMs - nowMs));
    return await ask(question);
  };
}
