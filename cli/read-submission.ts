import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Files } from '#grader/recording/types.ts';
import { UsageError } from './exit-codes.ts';

const languages: { [extension: string]: string } = {
  '.js': 'solution.js',
  '.mjs': 'solution.js',
  '.ts': 'solution.ts',
  '.mts': 'solution.ts',
};

/** @returns the file as a submission. @throws UsageError when it cannot be read or is no JavaScript or TypeScript. */
export function readSubmission(file: string): Files {
  const name = languages[path.extname(file)];
  if (name === undefined) {
    throw new UsageError(
      `"${file}" is neither JavaScript nor TypeScript: expected a file ending in .js, .mjs, .ts or .mts.`,
    );
  }
  try {
    return { [name]: readFileSync(file, 'utf8') };
  } catch (error) {
    throw new UsageError(
      `"${file}" cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}.`,
      {
        cause: error,
      },
    );
  }
}

/** @throws UsageError unless the text is a whole number from 0 to 2^32-1. */
export function readSeed(text: string): number {
  const seed = Number(text);
  if (/^\d{1,10}$/.test(text) && seed < 2 ** 32) return seed;
  throw new UsageError(`--seed "${text}": expected a whole number from 0 to 4294967295.`);
}
