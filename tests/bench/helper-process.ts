// Processes that the bench starts, keeps and asks for one measurement after the other.
import { fork } from 'node:child_process';

export type HelperProcess<Request, Answer> = Disposable & { ask(request: Request): Promise<Answer> };

/** Resolves when the process has said that it is ready. */
export async function startHelper<Request extends object, Answer>(
  file: string,
  args: string[] = [],
): Promise<HelperProcess<Request, Answer>> {
  const child = fork(file, args, {
    execArgv: ['--no-node-snapshot', '--disable-warning=ExperimentalWarning'], // isolated-vm asks for the first
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  async function nextMessage(): Promise<unknown> {
    return await new Promise((resolve, reject) => {
      const onExit = (code: number | null): void =>
        reject(new Error(`${file} ended with ${code} before it answered`));
      child.once('exit', onExit);
      child.once('message', (message) => {
        child.off('exit', onExit);
        resolve(message);
      });
    });
  }
  await nextMessage();
  return {
    async ask(request) {
      const answer = nextMessage();
      child.send(request);
      return (await answer) as Answer;
    },
    [Symbol.dispose]() {
      if (child.connected) child.disconnect();
    },
  };
}
