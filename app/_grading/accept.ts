// Decides whether files may be graded for an exercise. Pure, so that every refusal can be tested without a database.
import type { Files } from '#grader/recording/types.ts';
import { RefusalError } from './refusal.ts';

/** The grader's limit as well; larger sources never reach the queue. */
const MAXIMUM_SOURCE_BYTES = 64 * 1024;

/**
 * @param offered File names that the exercise has a starter for, e.g. `['solution.js', 'solution.ts']`.
 * @throws RefusalError (FILES) that names the file and what was expected.
 */
export function acceptFiles(files: Files, offered: string[]): Files {
  const [path, ...others] = Object.keys(files);
  if (path === undefined || others.length > 0) {
    throw new RefusalError('FILES', `Send exactly one file: ${either(offered)}.`, 'files');
  }
  if (!offered.includes(path)) {
    throw new RefusalError('FILES', `"${path}" is not offered here; expected ${either(offered)}.`, 'files');
  }
  const source = files[path] ?? '';
  const bytes = Buffer.byteLength(source);
  if (bytes > MAXIMUM_SOURCE_BYTES) {
    const size = (bytes / 1024).toFixed(1);
    throw new RefusalError('FILES', `${path} has ${size} KB; at most 64 KB can be graded.`, `files.${path}`);
  }
  if (source.includes('\0')) {
    throw new RefusalError(
      'FILES',
      `${path} contains a NUL character, which cannot be stored.`,
      `files.${path}`,
    );
  }
  if (!source.isWellFormed()) {
    throw new RefusalError(
      'FILES',
      `${path} contains half of a character (a lone surrogate), which cannot be stored.`,
      `files.${path}`,
    );
  }
  return { [path]: source };
}

const either = (names: string[]): string => names.join(' or ');
