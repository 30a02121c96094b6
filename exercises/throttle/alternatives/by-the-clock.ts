export function throttle<Args extends unknown[]>(
  action: (...args: Args) => unknown,
  everyMs: number,
): (...args: Args) => void {
  let nextRunMs = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (...args) => {
    clearTimeout(timer);
    const run = () => {
      nextRunMs = performance.now() + everyMs;
      action(...args);
    };
    const waitMs = nextRunMs - performance.now();
    if (waitMs > 0) timer = setTimeout(run, waitMs);
    else run();
  };
}
