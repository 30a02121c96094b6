// Real Node as the oracle: one long-lived process that runs programs one after the other (node-process.cjs).
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

export type ProgramResult = { output: string; exitCode: number; virtualMs: number; error?: string };

export type NodeResult = ProgramResult & {
  /** Timers of different delays met in one millisecond: with a real clock, Node's order is then chance. */
  hasTie: boolean;
  /** The module itself failed, at once or after a top-level `await`. */
  hasFailedToLoad: boolean;
};

export type NodeOracle = AsyncDisposable & { run(source: string): Promise<NodeResult> };

const FLAGS = ['--expose-internals', '--experimental-vm-modules', '--no-warnings'];
const program = path.join(import.meta.dirname, 'node-process.cjs');

export function startNodeOracle(): NodeOracle {
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(process.execPath, [...FLAGS, program], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { NODE_ENV: 'test' },
  });
  const ended = Promise.withResolvers<never>();
  ended.promise.catch(() => {});
  child.once('exit', (code, signal) => {
    ended.reject(new Error(`The oracle's process ended with ${signal ?? code}; expected it to live on`));
  });
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    async run(source) {
      child.stdin.write(`${toAscii(JSON.stringify({ source }))}\n`);
      const { value } = await Promise.race([answers.next(), ended.promise]);
      return JSON.parse(String(value)) as NodeResult;
    },
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await ended.promise.catch(() => {});
    },
  };
}

/** The process reads bytes; a character must not fall apart at the edge of a chunk. */
function toAscii(json: string): string {
  return json.replaceAll(
    /[\u0080-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
