import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Settings } from '#app/_config/settings.ts';
import { syncContent, type SyncReport } from '../content-sync.ts';
import { StartError } from '../start-error.ts';

/**
 * Our own folder of exercises first, then those of INTERLEAVE_CONTENT.
 *
 * @throws StartError for one that is not there: to go on without it would retire all that it holds.
 */
export function contentRoots(root: string, { INTERLEAVE_CONTENT = '' }: Settings): string[] {
  const further = INTERLEAVE_CONTENT.split(path.delimiter).filter((folder) => folder.trim() !== '');
  const roots = [path.join(root, 'exercises'), ...further.map((folder) => path.resolve(root, folder))];
  const missing = roots.find((folder) => !existsSync(folder));
  if (missing === undefined) return [...new Set(roots)];
  throw new StartError(
    `The content folder ${missing} does not exist; INTERLEAVE_CONTENT is "${INTERLEAVE_CONTENT}".`,
  );
}

/** "57 in place (1 added, 1 updated), 1 refused". */
export function describeSync({ broken, ...report }: SyncReport): string {
  const { added, updated, restored, unchanged, retired } = report;
  const counts = { added, updated, restored, retired };
  const changes = Object.entries(counts).filter(([, ids]) => ids.length > 0);
  const total = added.length + updated.length + restored.length + unchanged.length;
  const changed = changes.map(([what, ids]) => `${ids.length} ${what}`).join(', ');
  const refused = broken.length === 0 ? '' : `, ${broken.length} refused`;
  return `${total} in place${changed === '' ? '' : ` (${changed})`}${refused}`;
}

/** What was refused and why, a folder to a line and a reason to a line below it; '' where nothing was. */
export function describeRefused({ broken }: SyncReport): string {
  return broken
    .map(({ kind, folder, problems }) =>
      [`Refused: the ${kind} in ${folder}`, ...problems.map((problem) => `  ${problem}`)].join('\n'),
    )
    .join('\n');
}

/** Brings all content folders into the database, and tells on stderr what was refused. */
export async function syncFrom(roots: readonly string[], databaseUrl: string): Promise<SyncReport> {
  const report = await syncContent(databaseUrl, roots);
  const refused = describeRefused(report);
  if (refused !== '') console.error(refused);
  return report;
}
