// fails: the action may ask for another run
export function throttle(action: (...args: unknown[]) => unknown, everyMs: number): unknown {
  let isResting = false;
  let waiting: unknown[] | undefined;
  function run(args: unknown[]): void {
    waiting = undefined;
    action(...args);
    isResting = true;
    setTimeout(() => {
      isResting = false;
      if (waiting) run(waiting);
    }, everyMs);
  }
  return (...args: unknown[]) => {
    if (isResting) waiting = args;
    else run(args);
  };
}
