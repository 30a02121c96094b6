export type Debounced<Args extends unknown[]> = { (...args: Args): void; cancel(): void };

/** Makes a function that runs `action` once its calls have paused for `waitMs`, with the arguments of the last. */
export function debounce<Args extends unknown[]>(
  action: (...args: Args) => unknown,
  waitMs: number,
): Debounced<Args> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  function debounced(...args: Args): void {
    clearTimeout(timer);
    timer = setTimeout(() => action(...args), waitMs);
  }
  debounced.cancel = () => clearTimeout(timer);
  return debounced;
}
