// fails: a lost connection fails the loop, after the messages before it
export async function* messages(socket: EventTarget): AsyncGenerator<unknown> {
  const waiting: Event[] = [];
  const listening = new AbortController();
  let wake = () => {};
  for (const type of ['message', 'close', 'error']) {
    socket.addEventListener(type, (event) => (waiting.push(event), wake()), listening);
  }
  try {
    for (;;) {
      const event = waiting.shift();
      if (event === undefined) await new Promise<void>((resolve) => (wake = resolve));
      else if (event.type === 'message') yield (event as CustomEvent).detail;
      else return;
    }
  } finally {
    listening.abort();
  }
}
