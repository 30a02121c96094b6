import { createHash } from 'node:crypto';
import type { Files } from '#grader/recording/types.ts';

/** SHA-256 (hex) of a submission's files, whatever order they are in. */
export function codeHashOf(files: Files): string {
  const entries = Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(entries)).digest('hex');
}
