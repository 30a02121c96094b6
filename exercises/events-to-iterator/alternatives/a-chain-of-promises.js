export async function* messages(socket) {
  let last = Promise.withResolvers();
  let link = last.promise;
  const listen = (event) => {
    const after = Promise.withResolvers();
    last.resolve({ event, rest: after.promise });
    last = after;
  };
  const types = ['message', 'close', 'error'];
  types.forEach((type) => socket.addEventListener(type, listen));
  try {
    for (;;) {
      const { event, rest } = await link;
      link = rest;
      if (event.type === 'close') return;
      if (event.type === 'error') throw event.detail;
      yield event.detail;
    }
  } finally {
    types.forEach((type) => socket.removeEventListener(type, listen));
  }
}
