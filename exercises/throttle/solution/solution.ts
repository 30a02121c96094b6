/** Makes a function that runs `action` for its first call, and then for the newest call every `everyMs`. */
export function throttle<Args extends unknown[]>(
  action: (...args: Args) => unknown,
  everyMs: number,
): (...args: Args) => void {
  let isResting = false;
  let waiting: Args | undefined;

  function run(args: Args): void {
    waiting = undefined;
    isResting = true;
    setTimeout(endRest, everyMs);
    action(...args);
  }

  function endRest(): void {
    isResting = false;
    if (waiting) run(waiting);
  }

  return (...args) => {
    if (isResting) waiting = args;
    else run(args);
  };
}
