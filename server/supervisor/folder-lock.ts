// One supervisor per data folder. The lock names its holder; that of a dead holder is taken over.
import { linkSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { findProcess, isAlive } from '../process-identity.ts';
import type { ProcessIdentity } from '../process-identity.ts';
import { StartError } from '../start-error.ts';
import { readJson, writeJson } from './json-file.ts';

const holderSchema = z.object({ pid: z.int().positive(), startedAt: z.string() });
const ATTEMPTS = 5;

/**
 * @returns Gives the folder free again.
 * @throws StartError when another supervisor runs on it.
 */
export function lockFolder(folder: string): () => void {
  const lock = path.join(folder, 'supervisor.lock');
  const self = findProcess(process.pid) ?? { pid: process.pid, startedAt: '' };
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (tryToTake(lock, self)) return () => rmSync(lock, { force: true });
    const holder = readJson(lock, holderSchema);
    if (holder !== null && isAlive(holder))
      throw new StartError(
        `Interleave runs already on ${folder} (process ${holder.pid}); stop that one, or give this one another folder with INTERLEAVE_DATA.`,
      );
    putAside(lock, holder);
  }
  throw new StartError(`The lock ${lock} cannot be taken; remove it if no Interleave is running.`);
}

/** A link either comes to be, with its whole content, or fails because the name is taken. */
function tryToTake(lock: string, self: ProcessIdentity): boolean {
  const own = `${lock}.of-${self.pid}`;
  writeJson(own, self);
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Two starts may do this at once: one that moved away the other's new lock puts it back. */
function putAside(lock: string, dead: ProcessIdentity | null): void {
  const aside = `${lock}.dead-${process.pid}`;
  try {
    renameSync(lock, aside);
    const moved = readJson(aside, holderSchema);
    if (moved !== null && moved.startedAt !== dead?.startedAt) linkSync(aside, lock);
  } catch {
    // someone else was quicker; the next attempt will see
  } finally {
    rmSync(aside, { force: true });
  }
}
