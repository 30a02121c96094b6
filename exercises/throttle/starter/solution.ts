/** Makes a function that runs `action` for its first call, and then for the newest call every `everyMs`. */
export function throttle<Args extends unknown[]>(
  action: (...args: Args) => unknown,
  everyMs: number,
): (...args: Args) => void {
  let lastRunMs = -Infinity;
  return (...args) => {
    if (Date.now() - lastRunMs < everyMs) return;
    lastRunMs = Date.now();
    action(...args);
  };
}
