/** Hands out the messages of a socket, one by one; keeps those that come while nobody asks. */
export async function* messages(socket: EventTarget): AsyncGenerator<unknown, void, undefined> {
  for (;;) {
    yield await new Promise((resolve) => {
      socket.addEventListener('message', (event) => resolve((event as CustomEvent).detail), { once: true });
    });
  }
}
