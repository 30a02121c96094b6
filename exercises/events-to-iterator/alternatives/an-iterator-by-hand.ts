type Result = IteratorResult<unknown, undefined>;
type Request = { resolve(result: Result): void; reject(error: unknown): void };

/** Answers wait for questions, or questions for answers; never both. */
export function messages(socket: EventTarget): AsyncIterableIterator<unknown, undefined> {
  const answers: ((request: Request) => void)[] = [];
  const requests: Request[] = [];
  const onMessage = (event: Event) => {
    const value: unknown = (event as CustomEvent).detail;
    give(({ resolve }) => resolve({ value, done: false }));
  };
  const onClose = () => end(({ resolve }) => resolve({ value: undefined, done: true }));
  const onError = (event: Event) => end(({ reject }) => reject((event as CustomEvent).detail));
  let isOver = false;

  function give(answer: (request: Request) => void): void {
    const request = requests.shift();
    if (request === undefined) answers.push(answer);
    else answer(request);
  }

  function end(answer: (request: Request) => void): void {
    isOver = true;
    socket.removeEventListener('message', onMessage);
    socket.removeEventListener('close', onClose);
    socket.removeEventListener('error', onError);
    give(answer);
  }

  socket.addEventListener('message', onMessage);
  socket.addEventListener('close', onClose);
  socket.addEventListener('error', onError);

  return {
    next() {
      return new Promise((resolve, reject) => {
        const answer = answers.shift();
        if (answer !== undefined) answer({ resolve, reject });
        else if (isOver) resolve({ value: undefined, done: true });
        else requests.push({ resolve, reject });
      });
    },
    async return() {
      answers.length = 0;
      if (!isOver) end(() => {});
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
