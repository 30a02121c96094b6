/**
 * Hands out the messages of a socket, one by one; keeps those that come while nobody asks.
 *
 * @param {EventTarget} socket
 * @returns {AsyncGenerator<unknown, void, undefined>}
 */
export async function* messages(socket) {
  const listening = new AbortController();
  const waiting = [];
  let wake = () => {};
  const keep = (event) => {
    waiting.push(event);
    wake();
  };
  for (const type of ['message', 'close', 'error']) {
    socket.addEventListener(type, keep, { signal: listening.signal });
  }
  try {
    for (;;) {
      while (waiting.length === 0) await new Promise((resolve) => (wake = resolve));
      const event = waiting.shift();
      if (event.type === 'close') return;
      if (event.type === 'error') throw event.detail;
      yield event.detail;
    }
  } finally {
    listening.abort();
  }
}
