// fails: what comes while the loop is busy is kept
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
    while (!isClosed) {
      if (waiting.length > 0) yield waiting.shift();
      else if (error !== undefined) throw error;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    listening.abort();
  }
}
