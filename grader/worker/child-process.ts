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
const childFile = path.join(graderRoot, 'worker/child.ts');
const PRLIMIT = ['/usr/bin/prlimit', '/bin/prlimit'].find((file) => existsSync(file));
const PAGE_BYTES = 4096;

export type ChildEnd = { reason: 'exit' | 'protocol' | 'killed'; detail: string };

export type Child = {
  readonly pid: number;
  send(job: ToChild): void;
  /** Receives every valid message; set by whoever owns the child's current job. */
  onMessage: (message: FromChild) => void;
  onEnd: (end: ChildEnd) => void;
  /** Resident memory in MiB; 0 where the platform does not tell. */
  rssMiB(): number;
  kill(detail: string): void;
  /** Resolves once the process is gone. */
  readonly gone: Promise<void>;
};

/** Address space, core files, open files and written files, as far as a user may limit its own children. */
const RESOURCE_LIMITS = ['--data=2684354560', '--core=0', '--nofile=64', '--fsize=0'];

const NODE_FLAGS = [
  '--no-node-snapshot',
  '--disable-warning=ExperimentalWarning',
  '--disable-warning=SecurityWarning',
  // A seat belt, not a wall: a V8 that has been taken over can do whatever the process can.
  '--permission',
  '--allow-addons',
  `--allow-fs-read=${projectRoot}`,
  '--allow-fs-read=/etc/alpine-release',
  '--max-old-space-size=256',
];

function startProcess(): ChildProcess {
  const command = [process.execPath, ...NODE_FLAGS, childFile];
  const [file = process.execPath, ...args] =
    PRLIMIT === undefined ? command : [PRLIMIT, ...RESOURCE_LIMITS, '--', ...command];
  // Nothing is inherited: no credentials, no paths.
  const env = {} as NodeJS.ProcessEnv;
  return spawn(file, args, { env, cwd: projectRoot, detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
}

export function startChild(bundles: GuestBundles): Child {
  const child = startProcess();
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
    send: (job) => write(job),
    rssMiB: () => readRssMiB(child.pid),
    kill: (detail) => finish({ reason: 'killed', detail }),
    gone,
  };

  function write(message: object): void {
    child.stdin?.write(`${JSON.stringify(message)}\n`);
  }

  function finish(end: ChildEnd): void {
    if (isOver) return;
    isOver = true;
    killGroup(child);
    self.onEnd({ ...end, detail: `${end.detail}${stderr === '' ? '' : `: ${stderr.slice(0, 500)}`}` });
  }

  const readLine = (line: string): void => {
    const parsed = parseMessage(line);
    if (parsed === null) finish({ reason: 'protocol', detail: 'a message of the wrong shape' });
    else if (!isOver) self.onMessage(parsed);
  };
  child.stdout?.on(
    'data',
    makeLineReader(readLine, () => finish({ reason: 'protocol', detail: 'a message too long' })),
  );
  child.stderr?.on('data', (chunk: Buffer) => {
    if (stderr.length < 20_000) stderr += chunk.toString('utf8', 0, 20_000);
  });
  // A pipe whose reader has died reports it here; the exit event says the rest.
  child.stdin?.on('error', () => {});
  child.on('error', (error) => finish({ reason: 'exit', detail: error.message }));
  child.on('exit', (code, signal) =>
    finish({ reason: 'exit', detail: `ended by ${signal ?? `code ${code}`}` }),
  );
  child.on('close', () => resolveGone());
  write({ type: 'bundles', bundles });
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
  return (chunk) => {
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
    if (length > limits.messageLimitBytes) onTooLong();
  };
}

function readRssMiB(pid: number | undefined): number {
  try {
    const [, resident = '0'] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
    return (Number(resident) * PAGE_BYTES) / 1024 / 1024;
  } catch {
    return 0;
  }
}
