// fails: two debounced functions do not disturb each other
let timer: ReturnType<typeof setTimeout> | undefined;

export function debounce(action: (...args: unknown[]) => void, waitMs: number): unknown {
  function debounced(...args: unknown[]): void {
    clearTimeout(timer);
    timer = setTimeout(() => action(...args), waitMs);
  }
  debounced.cancel = () => clearTimeout(timer);
  return debounced;
}
