export function limitRate(perSecond, ask) {
  const startsMs = [];
  return (question) => {
    const turn = startsMs.length;
    const opensMs = turn < perSecond ? 0 : startsMs[turn - perSecond] + 1000;
    const waitMs = opensMs - Date.now();
    startsMs[turn] = Math.max(opensMs, Date.now());
    if (waitMs <= 0) return ask(question);
    return new Promise((resolve) => setTimeout(() => resolve(ask(question)), waitMs));
  };
}
