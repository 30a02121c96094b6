// One child process as the parent sees it: started with as few rights as the platform gives without root, fed by lines of
// JSON, watched for time and memory, ended by SIGKILL to its whole process group.
import type { ChildProcess } from 'node:child_process';
import type { ChildProgram } from './child-program.ts';
import { makeConfinement, type Confinement } from './confinement.ts';
import { makeLineReader } from './line-reader.ts';
import { fromChildSchema, type FromChild, type ToChild } from './messages.ts';
import { innermostOf, readCpuMs, readRssMiB } from './process-figures.ts';
import { startProcess } from './start-process.ts';

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
  /** Processor time used since its start; `undefined` where the platform does not tell. */
  cpuMs(): number | undefined;
  kill(detail: string): void;
  /** Resolves once the process is gone. */
  readonly gone: Promise<void>;
};

/** A killed process that the kernel does not let go is not waited for any longer. */
const GONE_LIMIT_MS = 3000;

export type ChildOptions = {
  confinement?: Confinement;
  /** Program of the child; another than the grader's own only in tests of what the parent withstands. */
  childFile?: string;
};

export function startChild(
  program: ChildProgram,
  { confinement = makeConfinement(), childFile }: ChildOptions = {},
): Child {
  const child = takeStarted(program) ?? startProcess(program, childFile, confinement);
  let end: ChildEnd | undefined;
  let isOver = false;
  let stderr = '';
  let worker: number | undefined;
  let resolveGone: () => void = () => {};
  const gone = new Promise<void>((resolve) => {
    resolveGone = resolve;
  });

  const self: Child = {
    pid: child.pid ?? -1,
    onMessage: () => {},
    onEnd: () => {},
    send: write,
    rssMiB: () => readRssMiB(workerPid()),
    cpuMs: () => readCpuMs(workerPid()),
    kill: (detail) => condemn({ byUs: true, detail }),
    gone,
  };

  /** Namespaces come with processes of their own around the one that does the work. */
  function workerPid(): number {
    worker ??= innermostOf(self.pid);
    return worker;
  }

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
