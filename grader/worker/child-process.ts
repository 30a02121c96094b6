// One child process as the parent sees it: started with as few rights as the platform gives without root, fed by lines of
// JSON, watched for time and memory, ended by SIGKILL to its whole process group.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { GuestBundles } from '../sandbox/guest-bundle.ts';
import { limits } from './limits.ts';
import { fromChildSchema, type FromChild, type ToChild } from './messages.ts';

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
  kill(detail: string): void;
  /** Resolves once the process is gone. */
  readonly gone: Promise<void>;
};

/** Data segment, core files, open files and written files, as far as a user may limit its own children. */
const RESOURCE_LIMITS = ['--data=2684354560', '--core=0', '--nofile=64', '--fsize=0'];

const NODE_FLAGS = [
  '--no-node-snapshot',
  '--disable-warning=ExperimentalWarning',
  '--disable-warning=SecurityWarning',
  // A seat belt, not a wall: a V8 that has been taken over can do whatever the process can. It reads code, and no data folder.
  '--permission',
  '--allow-addons',
  `--allow-fs-read=${graderRoot}`,
  `--allow-fs-read=${path.join(projectRoot, 'node_modules')}`,
  `--allow-fs-read=${path.join(projectRoot, 'package.json')}`,
  '--allow-fs-read=/etc/alpine-release',
  '--max-old-space-size=256',
];

/** Nothing is inherited: no credentials, no paths. The time zone is set, for the recording must not depend on the machine's. */
const ENVIRONMENT = { TZ: 'UTC' } as unknown as NodeJS.ProcessEnv;

/** A killed process that the kernel does not let go is not waited for any longer. */
const GONE_LIMIT_MS = 3000;

function find(program: string): string | undefined {
  return [`/usr/bin/${program}`, `/bin/${program}`].find((file) => existsSync(file));
}

const prlimit = find('prlimit');
const setpriv = find('setpriv');

/** Programs of util-linux that run the next one with fewer rights; left out where the platform has none. */
const WRAPPERS = [
  ...(prlimit === undefined ? [] : [prlimit, ...RESOURCE_LIMITS, '--']),
  // The kernel kills the child when its parent dies, even in the midst of a loop that never reads its input's end.
  ...(setpriv === undefined ? [] : [setpriv, '--pdeathsig', 'KILL', '--no-new-privs', '--']),
];

function startProcess(childFile: string): ChildProcess {
  const flags =
    childFile === ownChildFile ? NODE_FLAGS : [...NODE_FLAGS, `--allow-fs-read=${path.dirname(childFile)}`];
  const [file, ...args] = [...WRAPPERS, process.execPath, ...flags, childFile];
  return spawn(file, args, {
    env: ENVIRONMENT,
    cwd: projectRoot,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** @param childFile Program of the child; another than the grader's own only in tests of what the parent withstands. */
export function startChild(guest: GuestPrograms, childFile = ownChildFile): Child {
  const child = startProcess(childFile);
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
