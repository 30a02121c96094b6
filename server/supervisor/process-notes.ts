// A note of each process that was started, so that the next start can stop what a killed supervisor left running.
import path from 'node:path';
import { z } from 'zod';
import { findProcess, isAlive } from '../process-identity.ts';
import type { ProcessIdentity } from '../process-identity.ts';
import { waitUntil } from '../wait-until.ts';
import { readJson, writeJson } from './json-file.ts';
import { signalGroup } from './process-group.ts';
import type { ProcessGroup } from './process-group.ts';

const notesSchema = z.array(z.object({ pid: z.int().positive(), startedAt: z.string() }));
const GRACE_MS = 5_000;
const KILL_MS = 5_000;

export type ProcessNotes = { keep: (group: ProcessGroup) => ProcessGroup };

export function makeProcessNotes(folder: string): ProcessNotes {
  let kept: ProcessIdentity[] = [];
  const save = (changed: ProcessIdentity[]) => {
    kept = changed;
    writeJson(fileIn(folder), kept);
  };
  return {
    keep: (group) => {
      const identity = findProcess(group.pid);
      if (identity !== null) save([...kept, identity]);
      void group.ended.then(() => save(kept.filter(({ pid }) => pid !== group.pid)));
      return group;
    },
  };
}

/**
 * Stops the noted processes that still run. A process id that has since been given to another process has another
 * start time and is left alone.
 *
 * @returns How many there were.
 */
export async function stopNotedProcesses(folder: string): Promise<number> {
  const left = (readJson(fileIn(folder), notesSchema) ?? []).filter(isAlive);
  await Promise.all(left.map(stopGroup));
  return left.length;
}

async function stopGroup(leader: ProcessIdentity): Promise<void> {
  signalGroup(leader.pid, 'SIGTERM');
  await waitUntil(() => !isAlive(leader), GRACE_MS);
  signalGroup(leader.pid, 'SIGKILL');
  await waitUntil(() => !isAlive(leader), KILL_MS);
}

function fileIn(folder: string): string {
  return path.join(folder, 'processes.json');
}
