// V8 snapshots of the world (grader/recorder/main.ts) and of the judge (grader/judge/guest.ts): contexts that are deserialised
// with everything installed, instead of running the bundle in each. Made from our own text alone, in a process of its own, kept beside the bundles. Whatever goes
// wrong with it, grading goes on without: the bundle is compiled per isolate then.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from './guest-bundle.ts';
import { readSnapshot, type DoorName } from './guest-files.ts';
import { warmUps } from './warm-up.ts';

const MAKER = path.join(import.meta.dirname, 'make-snapshot.ts');
const DEADLINE_MS = 20_000;

/**
 * @param bundle Text of the bundle.
 * @returns the file that holds the snapshot, for this text, this Node and this machine; `null` where none can be made.
 */
export async function prepareSnapshot(name: DoorName, bundle: string): Promise<string | null> {
  const file = path.join(cacheFolder, `${name}-${snapshotKey(name, bundle)}.snapshot`);
  if (readSnapshot(file) !== undefined) return file;
  try {
    const flags = ['--no-node-snapshot', '--disable-warning=ExperimentalWarning'];
    const made = promisify(execFile)(process.execPath, [...flags, MAKER, name, file], {
      timeout: DEADLINE_MS,
      killSignal: 'SIGKILL',
      env: {} as NodeJS.ProcessEnv,
    });
    made.child.stdin?.on('error', () => {});
    made.child.stdin?.end(bundle);
    await made;
    return readSnapshot(file) !== undefined ? file : null;
  } catch {
    return null;
  }
}

/** A snapshot fits one engine, one build of the native module, one kind of processor. */
function snapshotKey(name: DoorName, bundle: string): string {
  const { version, arch, versions } = process;
  return createHash('sha256')
    .update(`${version} ${versions.v8} ${arch} ${process.platform}\n`)
    .update(readFileSync(MAKER))
    .update(readFileSync(path.join(import.meta.dirname, 'isolate.ts')))
    .update(readFileSync(path.join(import.meta.dirname, '../../node_modules/isolated-vm/package.json')))
    .update(warmUps[name].script)
    .update(bundle)
    .digest('hex')
    .slice(0, 16);
}
