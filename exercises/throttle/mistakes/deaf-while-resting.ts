// fails: the last call of a burst is not lost
export function throttle(action: (...args: unknown[]) => unknown, everyMs: number): unknown {
  let isResting = false;
  return (...args: unknown[]) => {
    if (isResting) return;
    isResting = true;
    setTimeout(() => (isResting = false), everyMs);
    action(...args);
  };
}
