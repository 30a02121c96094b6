// fails: a lost connection fails the loop, after the messages before it
export async function* messages(socket) {
  const waiting = [];
  const listening = new AbortController();
  let error;
  let wake = () => {};
  const keep = (event) => {
    if (event.type === 'error') error = event.detail;
    else waiting.push(event);
    wake();
  };
  for (const type of ['message', 'close', 'error']) socket.addEventListener(type, keep, listening);
  try {
    for (;;) {
      if (error) throw error;
      const event = waiting.shift();
      if (event?.type === 'close') return;
      if (event) yield event.detail;
      else await new Promise((resolve) => (wake = resolve));
    }
  } finally {
    listening.abort();
  }
}
