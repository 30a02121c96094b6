// fails: a burst of calls runs the action once, with the last word
export function debounce(action: (...args: unknown[]) => void, waitMs: number): unknown {
  let timer: ReturnType<typeof setInterval> | undefined;
  function debounced(...args: unknown[]): void {
    clearInterval(timer);
    timer = setInterval(() => action(...args), waitMs);
  }
  debounced.cancel = () => clearInterval(timer);
  return debounced;
}
