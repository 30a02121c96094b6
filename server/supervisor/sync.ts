import path from 'node:path';
import { syncExercises } from '../content-sync.ts';
import type { SyncReport } from '../content-sync.ts';

export async function syncFrom(root: string, databaseUrl: string): Promise<SyncReport> {
  return await syncExercises(databaseUrl, path.join(root, 'exercises'));
}

/** "5 in place: 1 added, 1 updated; 1 cannot be read:" and a line for each of these. */
export function describeSync({ added, updated, restored, unchanged, retired, broken }: SyncReport): string {
  const counts = { added, updated, restored, retired };
  const changes = Object.entries(counts).filter(([, ids]) => ids.length > 0);
  const total = added.length + updated.length + restored.length + unchanged.length;
  const changed = changes.map(([what, ids]) => `${ids.length} ${what}`).join(', ');
  const problems = broken.map(({ exercise, message }) => `\n${' '.repeat(23)}${exercise}: ${message}`);
  return `${total} in place${changed === '' ? '' : ` (${changed})`}${problems.join('')}`;
}
