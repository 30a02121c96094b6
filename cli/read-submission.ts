// What is to be graded or run: one file, or a folder of files around solution.js or solution.ts.
import { readdirSync, readFileSync, statSync } from 'node:fs';
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

/** @returns the file or folder as a submission. @throws UsageError when it cannot be read or is none. */
export function readSubmission(file: string): Files {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true) return readFolder(file);
  const name = languages[path.extname(file)];
  if (name !== undefined) return { [name]: readText(file) };
  throw new UsageError(
    `"${file}" is neither JavaScript nor TypeScript: expected a file ending in .js, .mjs, .ts or .mts.`,
  );
}

/** All JavaScript and TypeScript in the folder and below it, by its path from there. */
function readFolder(folder: string): Files {
  const entries = readdirSync(folder).filter((name) => name === 'solution.js' || name === 'solution.ts');
  if (entries.length !== 1) {
    const found = entries.length === 0 ? 'neither' : 'both';
    throw new UsageError(
      `"${folder}" is a folder: expected solution.js or solution.ts in it, but it has ${found}.`,
    );
  }
  const names = sourcesIn(folder, '');
  return Object.fromEntries(names.map((name) => [name, readText(path.join(folder, name))]));
}

/** Stops just beyond the number of files that a submission may have: the verdict says so. */
function sourcesIn(folder: string, below: string): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(path.join(folder, below), { withFileTypes: true })) {
    const name = path.posix.join(below, entry.name);
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    if (entry.isDirectory()) found.push(...sourcesIn(folder, name));
    else if (/\.[jt]s$/.test(name)) found.push(name);
    if (found.length > limits.fileLimit) break;
  }
  return found;
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
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > READ_LIMIT_BYTES) {
    throw new UsageError(
      `"${file}" is ${Math.round(size / 1024 ** 2)} MB long; at most ${limits.sourceLimitBytes / 1024} KB are accepted.`,
    );
  }
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

/** @throws UsageError unless the text is a list of whole numbers of virtual ms. */
export function readSchedule(text: string): number[] {
  if (/^\d{1,6}(?:,\d{1,6})*$/.test(text)) return text.split(',').map(Number);
  throw new UsageError(
    `--schedule "${text}": expected latencies in virtual ms, in order of start, with commas between them: 2,1.`,
  );
}
