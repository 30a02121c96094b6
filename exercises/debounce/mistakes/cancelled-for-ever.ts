// fails: cancel forgets the call that is waiting
export function debounce(action: (...args: unknown[]) => void, waitMs: number): unknown {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isCancelled = false;
  function debounced(...args: unknown[]): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!isCancelled) action(...args);
    }, waitMs);
  }
  debounced.cancel = () => {
    isCancelled = true;
    clearTimeout(timer);
  };
  return debounced;
}
