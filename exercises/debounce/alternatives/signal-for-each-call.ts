type Debounced<Args extends unknown[]> = { (...args: Args): void; cancel(): void };

async function runLater(action: () => void, ms: number, signal: AbortSignal): Promise<void> {
  const isOver = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(resolve, ms, true);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve(false);
    });
  });
  if (isOver) action();
}

export function debounce<Args extends unknown[]>(
  action: (...args: Args) => void,
  ms: number,
): Debounced<Args> {
  let waiting = new AbortController();
  const cancel = () => waiting.abort();
  const debounced = (...args: Args) => {
    cancel();
    waiting = new AbortController();
    void runLater(() => action(...args), ms, waiting.signal);
  };
  return Object.assign(debounced, { cancel });
}
