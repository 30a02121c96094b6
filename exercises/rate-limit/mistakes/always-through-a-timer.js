// fails: seven questions at once, three per second
export function limitRate(perSecond, ask) {
  const startsMs = [];
  return async (question) => {
    const nowMs = Date.now();
    const startMs = Math.max(nowMs, (startsMs.at(-perSecond) ?? -Infinity) + 1000);
    startsMs.push(startMs);
    await new Promise((resolve) => setTimeout(resolve, startMs - nowMs));
    return await ask(question);
  };
}
