// fails: a long ride is drawn at a steady pace
export function throttle(action: (...args: unknown[]) => unknown, everyMs: number): unknown {
  let isResting = false;
  let waiting: unknown[] | undefined;
  return (...args: unknown[]) => {
    if (isResting) {
      waiting = args;
      return;
    }
    isResting = true;
    setTimeout(() => {
      isResting = false;
      if (waiting) action(...waiting);
      waiting = undefined;
    }, everyMs);
    action(...args);
  };
}
