// fails: the last call of a burst is not lost
export function throttle(action: (...args: unknown[]) => unknown, everyMs: number): unknown {
  const waiting: unknown[][] = [];
  let isResting = false;
  function runNext(): void {
    const args = waiting.shift();
    isResting = args !== undefined;
    if (args === undefined) return;
    setTimeout(runNext, everyMs);
    action(...args);
  }
  return (...args: unknown[]) => {
    waiting.push(args);
    if (!isResting) runNext();
  };
}
