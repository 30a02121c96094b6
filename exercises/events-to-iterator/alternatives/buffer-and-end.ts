export async function* messages(socket: EventTarget): AsyncGenerator<unknown> {
  const buffer: unknown[] = [];
  let end: { error?: unknown } | undefined;
  let news = Promise.withResolvers<void>();

  const tell = () => {
    news.resolve();
    news = Promise.withResolvers();
  };
  const onMessage = (event: Event) => {
    if (end === undefined) buffer.push((event as CustomEvent).detail);
    tell();
  };
  const onEnd = (event: Event) => {
    end ??= event.type === 'error' ? { error: (event as CustomEvent).detail } : {};
    tell();
  };

  try {
    socket.addEventListener('message', onMessage);
    socket.addEventListener('close', onEnd);
    socket.addEventListener('error', onEnd);
    while (true) {
      while (buffer.length > 0) yield buffer.shift();
      if (end !== undefined && 'error' in end) throw end.error;
      if (end !== undefined) return;
      await news.promise;
    }
  } finally {
    socket.removeEventListener('message', onMessage);
    socket.removeEventListener('close', onEnd);
    socket.removeEventListener('error', onEnd);
  }
}
