// fails: what comes while the loop is busy is kept
export async function* messages(socket) {
  for (;;) {
    const controller = new AbortController();
    const event = await new Promise((resolve) => {
      for (const type of ['message', 'close', 'error']) socket.addEventListener(type, resolve, controller);
    });
    controller.abort();
    if (event.type === 'close') return;
    if (event.type === 'error') throw event.detail;
    yield event.detail;
  }
}
