// fails: a burst of calls runs the action once, with the last word
export function debounce(action: (...args: unknown[]) => void, waitMs: number): unknown {
  let timer: ReturnType<typeof setTimeout> | undefined;
  function debounced(...args: unknown[]): void {
    if (timer === undefined) action(...args);
    debounced.cancel();
    timer = setTimeout(() => (timer = undefined), waitMs);
  }
  debounced.cancel = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  return debounced;
}
