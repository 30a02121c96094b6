// fails: two sockets do not disturb each other
const waiting: Event[] = [];
let wake = () => {};

export async function* messages(socket: EventTarget): AsyncGenerator<unknown> {
  const listening = new AbortController();
  for (const type of ['message', 'close', 'error']) {
    socket.addEventListener(type, (event) => (waiting.push(event), wake()), listening);
  }
  try {
    for (;;) {
      const event = waiting.shift();
      if (event === undefined) await new Promise<void>((resolve) => (wake = resolve));
      else if (event.type === 'close') return;
      else if (event.type === 'error') throw (event as CustomEvent).detail;
      else yield (event as CustomEvent).detail;
    }
  } finally {
    listening.abort();
  }
}
