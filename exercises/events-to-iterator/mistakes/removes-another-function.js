// fails: messages come one by one, until the socket is closed
export async function* messages(socket) {
  const waiting = [];
  let wake = () => {};
  const keep = (event) => {
    waiting.push(event);
    wake();
  };
  const types = ['message', 'close', 'error'];
  for (const type of types) socket.addEventListener(type, (event) => keep(event));
  try {
    for (;;) {
      while (waiting.length === 0) await new Promise((resolve) => (wake = resolve));
      const event = waiting.shift();
      if (event.type === 'close') return;
      if (event.type === 'error') throw event.detail;
      yield event.detail;
    }
  } finally {
    for (const type of types) socket.removeEventListener(type, (event) => keep(event));
  }
}
