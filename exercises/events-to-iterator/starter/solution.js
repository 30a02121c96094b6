/**
 * Hands out the messages of a socket, one by one; keeps those that come while nobody asks.
 *
 * @param {EventTarget} socket
 * @returns {AsyncGenerator<unknown, void, undefined>}
 */
export async function* messages(socket) {
  for (;;) {
    yield await new Promise((resolve) => {
      socket.addEventListener('message', (event) => resolve(event.detail), { once: true });
    });
  }
}
