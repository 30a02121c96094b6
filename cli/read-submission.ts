import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { limits } from '#grader/index.ts';
import type { Files } from '#grader/recording/types.ts';
import { UsageError } from './exit-codes.ts';
import { fileReason } from './file-error.ts';

const languages: { [extension: string]: string } = {
  '.js': 'solution.js',
  '.mjs': 'solution.js',
  '.ts': 'solution.ts',
  '.mts': 'solution.ts',
};

/** More than this is not even read. What is merely too long for a submission gets a verdict that says so. */
const READ_LIMIT_BYTES = 16 * 1024 * 1024;

/** @returns the file as a submission. @throws UsageError when it cannot be read or is no JavaScript or TypeScript. */
export function readSubmission(file: string): Files {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats?.isDirectory() === true) {
    throw new UsageError(`"${file}" is a folder: expected a file ending in .js, .mjs, .ts or .mts.`);
  }
  const name = languages[path.extname(file)];
  if (name === undefined) {
    throw new UsageError(
      `"${file}" is neither JavaScript nor TypeScript: expected a file ending in .js, .mjs, .ts or .mts.`,
    );
  }
  if (stats !== undefined && stats.size > READ_LIMIT_BYTES) {
    throw new UsageError(
      `"${file}" is ${Math.round(stats.size / 1024 ** 2)} MB long; at most ${limits.sourceLimitBytes / 1024} KB are accepted.`,
    );
  }
  return { [name]: readText(file) };
}

function readText(file: string): string {
  const bytes = readBytes(file);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new UsageError(`"${file}" is no text: expected UTF-8.`, { cause: error });
  }
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UsageError(`"${file}" cannot be read: ${fileReason(error)}.`, { cause: error });
  }
}

/** @throws UsageError unless the text is a whole number from 0 to 2^32-1. */
export function readSeed(text: string): number {
  const seed = Number(text);
  if (/^\d{1,10}$/.test(text) && seed < 2 ** 32) return seed;
  throw new UsageError(`--seed "${text}": expected a whole number from 0 to 4294967295.`);
}
