// fails: a loop that is left early leaves no listener behind
export async function* messages(socket: EventTarget): AsyncGenerator<unknown> {
  const waiting: CustomEvent[] = [];
  const types = ['message', 'close', 'error'];
  let wake = () => {};
  const keep = (event: Event) => {
    waiting.push(event as CustomEvent);
    wake();
  };
  for (const type of types) socket.addEventListener(type, keep);
  let isOpen = true;
  while (isOpen) {
    while (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    const event = waiting.shift() as CustomEvent;
    if (event.type === 'message') yield event.detail;
    else isOpen = false;
    if (event.type !== 'error') continue;
    for (const type of types) socket.removeEventListener(type, keep);
    throw event.detail;
  }
  for (const type of types) socket.removeEventListener(type, keep);
}
