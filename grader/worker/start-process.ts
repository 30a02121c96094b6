// The process of a child: started with as few rights as the platform gives without root. Loads nothing else, so that the command
// line can start its child before it loads itself.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ChildProgram } from './child-program.ts';

const graderRoot = path.resolve(import.meta.dirname, '..');
const projectRoot = path.resolve(graderRoot, '..');
const ownChildFile = path.join(graderRoot, 'worker/child.ts');

/** Data segment, core files, open files and written files, as far as a user may limit its own children. */
const RESOURCE_LIMITS = ['--data=2684354560', '--core=0', '--nofile=64', '--fsize=0'];

const NODE_FLAGS = [
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

/** Starts a child that reads its guest programs first of all. Whoever takes it listens to it, and ends it. */
export function startProcess(
  { guest, snapshotFlags = ['--no-node-snapshot'], ...own }: ChildProgram,
  childFile = own.childFile ?? ownChildFile,
): ChildProcess {
  const permissions = childFile === ownChildFile ? [] : [`--allow-fs-read=${path.dirname(childFile)}`];
  // Not for the program, which reads no arguments: a list of processes shows what a bundle with a hash for a name is.
  const label = childFile === own.childFile ? ['grader/worker/child.ts'] : [];
  const program = [process.execPath, ...snapshotFlags, ...NODE_FLAGS, ...permissions, childFile, ...label];
  const [file = '', ...args] = [...WRAPPERS, ...program];
  const child = spawn(file, args, {
    env: ENVIRONMENT,
    cwd: projectRoot,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // Until somebody listens: a program that is not there, a pipe whose reader has gone.
  child.on('error', () => {});
  child.stdin.on('error', () => {});
  child.stdin.write(`${JSON.stringify({ type: 'bundles', ...guest })}\n`);
  return child;
}
