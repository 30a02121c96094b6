// fails: messages come one by one, until the socket is closed
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export async function* messages(socket) {
  const waiting = [];
  const listening = new AbortController();
  for (const type of ['message', 'close', 'error']) {
    socket.addEventListener(type, (event) => waiting.push(event), listening);
  }
  try {
    for (;;) {
      while (waiting.length === 0) await sleep(10);
      const event = waiting.shift();
      if (event.type === 'close') return;
      if (event.type === 'error') throw event.detail;
      yield event.detail;
    }
  } finally {
    listening.abort();
  }
}
