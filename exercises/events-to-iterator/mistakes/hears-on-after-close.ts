// fails: what comes after the end does not count
export async function* messages(socket: EventTarget): AsyncGenerator<unknown> {
  const waiting: unknown[] = [];
  const listening = new AbortController();
  let isClosed = false;
  let error: unknown;
  let wake = () => {};
  const on = (type: string, listener: (detail: unknown) => void) => {
    const heard = (event: Event) => {
      listener((event as CustomEvent).detail);
      wake();
    };
    socket.addEventListener(type, heard, { signal: listening.signal });
  };
  on('message', (detail) => waiting.push(detail));
  on('close', () => (isClosed = true));
  on('error', (detail) => (error = detail));
  try {
    for (;;) {
      if (waiting.length > 0) yield waiting.shift();
      else if (error !== undefined) throw error;
      else if (isClosed) return;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    listening.abort();
  }
}
