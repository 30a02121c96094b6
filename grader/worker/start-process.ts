// The process of a child: started with as few rights as the platform gives without root. Loads nothing else, so that the command
// line can start its child before it loads itself.
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { ChildProgram } from './child-program.ts';
import { makeConfinement, type Confinement } from './confinement.ts';

const graderRoot = path.resolve(import.meta.dirname, '..');
const projectRoot = path.resolve(graderRoot, '..');
const ownChildFile = path.join(graderRoot, 'worker/child.ts');

/** What a child may read: the grader's code and what it is made of. */
const READABLE = [
  graderRoot,
  path.join(projectRoot, 'node_modules'),
  path.join(projectRoot, 'package.json'),
  '/etc/alpine-release', // asked for by the loader of native modules
];

const NODE_FLAGS = [
  '--disable-warning=ExperimentalWarning',
  '--disable-warning=SecurityWarning',
  // A seat belt, not a wall: a V8 that has been taken over can do whatever the process can. It reads code, and no data folder.
  '--permission',
  '--allow-addons',
  '--max-old-space-size=256',
  // A child lives for thousands of gradings: it collects its garbage early rather than grow with it.
  '--max-semi-space-size=1',
  '--optimize-for-size',
];

/** Nothing is inherited: no credentials, no paths. The time zone is set, for the recording must not depend on the machine's. */
const ENVIRONMENT = { TZ: 'UTC', MALLOC_ARENA_MAX: '1' } as unknown as NodeJS.ProcessEnv;

/** Starts a child that reads its guest programs first of all. Whoever takes it listens to it, and ends it. */
export function startProcess(
  { guest, snapshotFlags = ['--no-node-snapshot'], ...own }: ChildProgram,
  childFile = own.childFile ?? ownChildFile,
  confinement: Confinement = makeConfinement(),
): ChildProcess {
  const readable = childFile === ownChildFile ? READABLE : [...READABLE, path.dirname(childFile)];
  const permissions = readable.map((file) => `--allow-fs-read=${file}`);
  // Not for the program, which reads no arguments: a list of processes shows what a bundle with a hash for a name is.
  const label = childFile === own.childFile ? ['grader/worker/child.ts'] : [];
  const program = [process.execPath, ...snapshotFlags, ...NODE_FLAGS, ...permissions, childFile, ...label];
  const [file = '', ...args] = confinement.wrap(program, readable);
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
