// What children run: the file of their program and what they read at their start. Found once per process.
import type { ChildProcess } from 'node:child_process';
import { prepareChildFile, prepareGuestSources } from '../sandbox/guest-bundle.ts';
import { readGuestBundles, type GuestPrograms } from '../sandbox/guest-files.ts';
import { prepareSnapshot } from '../sandbox/snapshot.ts';

export type ChildProgram = {
  guest: GuestPrograms;
  /** One file, bundled; left out: `child.ts` beside this file. */
  childFile?: string;
  /** Left out: the flag that isolated-vm asks for. */
  snapshotFlags?: string[];
  /** A child that is starting already; the first that asks for one takes it. */
  started?: ChildProcess;
};

let program: Promise<ChildProgram> | undefined;

/** @throws when the guest's sources cannot be bundled: a fault of this installation. */
export async function findProgram(): Promise<ChildProgram> {
  program ??= prepareProgram();
  return await program;
}

/** For a host that was built ahead, together with its children: nothing is looked for then. */
export function useProgram(built: ChildProgram): void {
  program = Promise.resolve(built);
}

async function prepareProgram(): Promise<ChildProgram> {
  const bundles = await prepareGuestSources();
  const texts = readGuestBundles(bundles);
  const [recorder, judge, childFile] = await Promise.all([
    prepareSnapshot('recorder', texts.recorder),
    prepareSnapshot('judge', texts.judge),
    prepareChildFile(),
  ]);
  return {
    guest: { bundles, snapshotFiles: { recorder, judge } },
    ...(childFile === undefined ? {} : { childFile }),
  };
}
