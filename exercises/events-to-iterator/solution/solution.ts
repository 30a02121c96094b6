/** Hands out the messages of a socket, one by one; keeps those that come while nobody asks. */
export async function* messages(socket: EventTarget): AsyncGenerator<unknown, void, undefined> {
  const listening = new AbortController();
  const waiting: CustomEvent[] = [];
  let wake = (): void => {};
  const keep = (event: Event): void => {
    waiting.push(event as CustomEvent);
    wake();
  };
  for (const type of ['message', 'close', 'error']) {
    socket.addEventListener(type, keep, { signal: listening.signal });
  }
  try {
    for (;;) {
      while (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      const event = waiting.shift();
      if (event?.type === 'close') return;
      if (event?.type === 'error') throw event.detail;
      yield event?.detail;
    }
  } finally {
    listening.abort();
  }
}
