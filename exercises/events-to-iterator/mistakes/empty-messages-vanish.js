// fails: any burst of messages comes through, empty ones too
export async function* messages(socket) {
  const waiting = [];
  const listening = new AbortController();
  const closed = {};
  let wake = () => {};
  const keep = (item) => {
    waiting.push(item);
    wake();
  };
  socket.addEventListener('message', ({ detail }) => keep(detail), listening);
  socket.addEventListener('close', () => keep(closed), listening);
  socket.addEventListener('error', ({ detail }) => keep(detail), listening);
  try {
    for (;;) {
      const item = waiting.shift();
      if (item === closed) return;
      if (item instanceof Error) throw item;
      if (item) yield item;
      else if (waiting.length === 0) await new Promise((resolve) => (wake = resolve));
    }
  } finally {
    listening.abort();
  }
}
