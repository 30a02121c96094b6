// What a child that was taken over can do to the machine (tests/fixtures/taken-over-child.ts), by each of the layers that hold it.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { makeGrader } from '#grader/index.ts';
import { makeConfinement } from '#grader/worker/confinement.ts';
import { tryOut } from './grading.ts';

export type TakenOver = { worked: string[]; environment: { [name: string]: string } };

const root = path.resolve(import.meta.dirname, '../..');
const childFile = path.join(root, 'tests/fixtures/taken-over-child.ts');

/** Whether it is installed and may make namespaces here. */
export function bubblewrapWorks(): boolean {
  const program = ['/usr/bin/bwrap', '/bin/bwrap'].find((file) => existsSync(file));
  if (program === undefined) return false;
  return spawnSync(program, ['--unshare-all', '--ro-bind', '/', '/', 'true']).status === 0;
}

async function withListener<T>(use: (port: number) => Promise<T>): Promise<T> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await use((server.address() as AddressInfo).port);
  } finally {
    server.close();
  }
}

/** As the grader starts its children: Node's permissions, resource limits, and bubblewrap where it is not left out. */
export async function takeOverChild(bubblewrap: boolean): Promise<TakenOver> {
  const grader = makeGrader({ childFile, confinement: { bubblewrap } });
  try {
    return await withListener(async (port) => {
      const denials = ['ERR_ACCESS_DENIED', 'ESRCH', 'EPERM'];
      const source = JSON.stringify({ parentPid: process.pid, port, denials });
      const { findings } = await tryOut(grader, { source });
      return JSON.parse(findings[0]?.params['reason'] as string) as TakenOver;
    });
  } finally {
    await grader.close();
  }
}

/** In bubblewrap alone, without Node's permissions: what holds when the engine itself is in other hands. */
export async function takeOverEngine(): Promise<TakenOver> {
  const readable = ['grader', 'node_modules', 'package.json', 'tests/fixtures'].map((name) =>
    path.join(root, name),
  );
  const flags = ['--disable-warning=ExperimentalWarning'];
  const [file = '', ...args] = makeConfinement().wrap([process.execPath, ...flags, childFile], readable);
  const child = spawn(file, args, { env: {} as NodeJS.ProcessEnv, stdio: ['pipe', 'pipe', 'inherit'] });
  const answer = text(child.stdout);
  await withListener(async (port) => {
    const denials = ['ENOENT', 'EROFS', 'ESRCH', 'EPERM', 'EFBIG', 'ECONNREFUSED'];
    const source = JSON.stringify({ parentPid: process.pid, port, denials });
    child.stdin.write('{"type":"bundles"}\n');
    child.stdin.end(`${JSON.stringify({ type: 'grade', jobId: 'x', files: { 'solution.js': source } })}\n`);
    await once(child, 'exit');
  });
  const fault = (await answer).split('\n').find((line) => line.includes('"fault"')) ?? '{}';
  return JSON.parse((JSON.parse(fault) as { message: string }).message) as TakenOver;
}
