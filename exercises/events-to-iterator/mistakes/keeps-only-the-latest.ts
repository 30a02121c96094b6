// fails: what comes while the loop is busy is kept
export async function* messages(socket: EventTarget): AsyncGenerator<unknown> {
  const listening = new AbortController();
  let latest: Event | undefined;
  let wake = () => {};
  for (const type of ['message', 'close', 'error']) {
    const keep = (event: Event) => {
      latest = event;
      wake();
    };
    socket.addEventListener(type, keep, { signal: listening.signal });
  }
  try {
    for (;;) {
      if (latest === undefined) await new Promise<void>((resolve) => (wake = resolve));
      const event = latest as unknown as CustomEvent;
      latest = undefined;
      if (event.type === 'close') return;
      if (event.type === 'error') throw event.detail;
      yield event.detail;
    }
  } finally {
    listening.abort();
  }
}
