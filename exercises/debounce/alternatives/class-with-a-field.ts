type Debounced<Args extends unknown[]> = { (...args: Args): void; cancel(): void };

class Latest {
  #timer: ReturnType<typeof setTimeout> | undefined;

  schedule(task: () => void, ms: number): void {
    this.forget();
    this.#timer = setTimeout(task, ms);
  }

  forget(): void {
    clearTimeout(this.#timer);
  }
}

export function debounce<Args extends unknown[]>(
  action: (...args: Args) => void,
  ms: number,
): Debounced<Args> {
  const latest = new Latest();
  return Object.assign((...args: Args) => latest.schedule(action.bind(null, ...args), ms), {
    cancel: () => latest.forget(),
  });
}
