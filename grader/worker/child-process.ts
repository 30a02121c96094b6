// One child process as the parent sees it: started with as few rights as the platform gives without root, fed by lines of
// JSON, watched for time and memory, ended by SIGKILL to its whole process group.
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { limits } from './limits.ts';
import { fromChildSchema, type FromChild, type ToChild } from './messages.ts';
import { startProcess } from './start-process.ts';
import type { ChildProgram } from './child-program.ts';

/** `byUs`: a limit of the parent's ended it; otherwise it crashed, or somebody else did. */
export type ChildEnd = { byUs: boolean; detail: string };

export type Child = {
  readonly pid: number;
  send(job: ToChild): void;
  /** Receives every valid message; set by whoever owns the child's current job. */
  onMessage: (message: FromChild) => void;
  /** Called once, after the last message: what the child had written before its end still counts. */
  onEnd: (end: ChildEnd) => void;
  /** Resident memory in MiB; 0 where the platform does not tell. */
  rssMiB(): number;
  kill(detail: string): void;
  /** Resolves once the process is gone. */
  readonly gone: Promise<void>;
};

/** A killed process that the kernel does not let go is not waited for any longer. */
const GONE_LIMIT_MS = 3000;

/** @param childFile Program of the child; another than the grader's own only in tests of what the parent withstands. */
export function startChild(program: ChildProgram, childFile?: string): Child {
  const child = takeStarted(program) ?? startProcess(program, childFile);
  let end: ChildEnd | undefined;
  let isOver = false;
  let stderr = '';
  let resolveGone: () => void = () => {};
  const gone = new Promise<void>((resolve) => {
    resolveGone = resolve;
  });

  const self: Child = {
    pid: child.pid ?? -1,
    onMessage: () => {},
    onEnd: () => {},
    send: write,
    rssMiB: () => readRssMiB(child.pid),
    kill: (detail) => condemn({ byUs: true, detail }),
    gone,
  };

  function write(message: object): void {
    child.stdin?.write(`${JSON.stringify(message)}\n`);
  }

  /** The first reason stands. The end is told when the pipes are empty. */
  function condemn(reason: ChildEnd): void {
    if (end !== undefined) return;
    end = reason;
    killGroup(child);
    setTimeout(finish, GONE_LIMIT_MS).unref();
  }

  function finish(): void {
    if (isOver) return;
    isOver = true;
    const { byUs, detail } = end ?? { byUs: false, detail: 'ended' };
    self.onEnd({ byUs, detail: `${detail}${stderr === '' ? '' : `: ${stderr.slice(0, 500)}`}` });
    resolveGone();
  }

  const readLine = (line: string): void => {
    if (isOver) return;
    const message = parseMessage(line);
    if (message === null) condemn({ byUs: false, detail: 'a message of the wrong shape' });
    else self.onMessage(message);
  };
  const onTooLong = (): void => condemn({ byUs: false, detail: 'a message too long' });
  child.stdout?.on('data', makeLineReader(readLine, onTooLong));
  child.stderr?.on('data', (chunk: Buffer) => {
    if (stderr.length < 20_000) stderr += chunk.toString('utf8', 0, 20_000);
  });
  // A pipe whose reader has died reports it here; the exit event says the rest.
  child.stdin?.on('error', () => {});
  child.on('error', (error) => {
    condemn({ byUs: false, detail: error.message });
    finish();
  });
  child.on('exit', (code, signal) => {
    end ??= { byUs: false, detail: `ended by ${signal ?? `code ${code}`}` };
    killGroup(child); // whatever it may have started, and what keeps the pipes open
    setTimeout(finish, GONE_LIMIT_MS).unref();
  });
  child.on('close', finish);
  return self;
}

/** One that was started ahead, and is still there. */
function takeStarted(program: ChildProgram): ChildProcess | undefined {
  const { started } = program;
  delete program.started;
  const isThere = started?.pid !== undefined && started.exitCode === null && started.signalCode === null;
  return isThere ? started : undefined;
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

function parseMessage(line: string): FromChild | null {
  try {
    const parsed = fromChildSchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Splits a stream into lines; a line beyond the message limit ends the stream. */
function makeLineReader(onLine: (line: string) => void, onTooLong: () => void): (chunk: Buffer) => void {
  let parts: Buffer[] = [];
  let length = 0;
  let isTooLong = false;
  return (chunk) => {
    if (isTooLong) return;
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      parts.push(chunk.subarray(from, end));
      const line = Buffer.concat(parts).toString('utf8');
      parts = [];
      length = 0;
      from = end + 1;
      onLine(line);
    }
    parts.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length <= limits.messageLimitBytes) return;
    isTooLong = true;
    parts = [];
    onTooLong();
  };
}

function readRssMiB(pid: number | undefined): number {
  try {
    const [, kibibytes = '0'] =
      /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kibibytes) / 1024;
  } catch {
    return 0;
  }
}
