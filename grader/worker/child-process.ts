// One child process as the parent sees it: started with as few rights as the platform gives without root, fed by lines of
// JSON, watched for time and memory, ended by SIGKILL to its whole process group.
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { GuestBundles } from '../sandbox/guest-bundle.ts';
import { makeConfinement, type Confinement } from './confinement.ts';
import { makeLineReader } from './line-reader.ts';
import { fromChildSchema, type FromChild, type ToChild } from './messages.ts';
import { innermostOf, readCpuMs, readRssMiB } from './process-figures.ts';

const graderRoot = path.resolve(import.meta.dirname, '..');
const projectRoot = path.resolve(graderRoot, '..');
const ownChildFile = path.join(graderRoot, 'worker/child.ts');

/** What a child runs submissions with: the bundles, and the file of the world's snapshot where there is one. */
export type GuestPrograms = { bundles: GuestBundles; snapshotFile: string | null };

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

/** What a child may read: the grader's code and what it is made of. */
const READABLE = [
  graderRoot,
  path.join(projectRoot, 'node_modules'),
  path.join(projectRoot, 'package.json'),
  '/etc/alpine-release', // asked for by the loader of native modules
];

const NODE_FLAGS = [
  '--no-node-snapshot',
  '--disable-warning=ExperimentalWarning',
  '--disable-warning=SecurityWarning',
  // A seat belt, not a wall: a V8 that has been taken over can do whatever the process can. It reads code, and no data folder.
  '--permission',
  '--allow-addons',
  '--max-old-space-size=256',
];

/** Nothing is inherited: no credentials, no paths. The time zone is set, for the recording must not depend on the machine's. */
const ENVIRONMENT = { TZ: 'UTC' } as unknown as NodeJS.ProcessEnv;

/** A killed process that the kernel does not let go is not waited for any longer. */
const GONE_LIMIT_MS = 3000;

function startProcess(childFile: string, confinement: Confinement): ChildProcess {
  const readable = childFile === ownChildFile ? READABLE : [...READABLE, path.dirname(childFile)];
  const permissions = readable.map((file) => `--allow-fs-read=${file}`);
  const program = [process.execPath, ...NODE_FLAGS, ...permissions, childFile];
  const [file = '', ...args] = confinement.wrap(program, readable);
  return spawn(file, args, {
    env: ENVIRONMENT,
    cwd: projectRoot,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

export type ChildOptions = {
  confinement?: Confinement;
  /** Program of the child; another than the grader's own only in tests of what the parent withstands. */
  childFile?: string;
};

export function startChild(
  guest: GuestPrograms,
  { confinement = makeConfinement(), childFile = ownChildFile }: ChildOptions = {},
): Child {
  const child = startProcess(childFile, confinement);
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
  write({ type: 'bundles', ...guest });
  return self;
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
