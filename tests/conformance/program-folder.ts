// Folders of programs and what real Node prints for each: `NAME.js`, `NAME.out` and index.json (see programs/README.md).
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Grader } from '#grader/index.ts';

/** The folder is not of that form. One sentence: what is wrong where, and what was expected. */
export class ProgramFolderError extends Error {
  override readonly name = 'ProgramFolderError';
  readonly code = 'PROGRAM_FOLDER';
}

const indexSchema = z.array(
  z.object({
    name: z.string(),
    exit: z.int().default(0),
    /** When the loop is idle; not every program says. */
    virtualMs: z.number().nullish(),
    /** Spins on `Date.now()`: ends at the resource limit, and says why. */
    busyWait: z.boolean().default(false),
  }),
);

export type Program = z.infer<typeof indexSchema>[number] & { source: string; output: string };

/** @throws ProgramFolderError */
export function readProgramFolder(folder: string): Program[] {
  const index = indexSchema.safeParse(readIndex(folder));
  if (!index.success) {
    throw new ProgramFolderError(`${path.join(folder, 'index.json')}: ${z.prettifyError(index.error)}`);
  }
  if (index.data.length === 0) throw new ProgramFolderError(`"${folder}" holds no programs.`);
  return index.data.map((entry) => ({
    ...entry,
    source: readPart(folder, `${entry.name}.js`),
    output: readPart(folder, `${entry.name}.out`),
  }));
}

function readIndex(folder: string): unknown {
  if (!existsSync(folder)) throw new ProgramFolderError(`The folder "${folder}" does not exist.`);
  const file = path.join(folder, 'index.json');
  if (!existsSync(file)) {
    const programs = readdirSync(folder).filter((name) => name.endsWith('.out')).length;
    throw new ProgramFolderError(
      `"${folder}" has no index.json (and ${programs} files NAME.out): expected NAME.js, NAME.out and an index.json that lists { name, exit, virtualMs }.`,
    );
  }
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch (error) {
    throw new ProgramFolderError(`${file} is no JSON: ${(error as Error).message}`, { cause: error });
  }
}

function readPart(folder: string, name: string): string {
  try {
    return readFileSync(path.join(folder, name), 'utf8');
  } catch (error) {
    throw new ProgramFolderError(`"${folder}" lacks ${name}, which its index.json lists.`, { cause: error });
  }
}

/** @returns what is not as in Node, one line each; none when all is equal. */
export async function findDifferences(program: Program, grader: Grader): Promise<string[]> {
  const { lines, exitCode, virtualMs, error } = await grader.run({
    files: { 'solution.js': program.source },
    seed: 1,
  });
  if (program.busyWait) {
    const says = error?.includes('waiting for Date.now() to change never ends') === true;
    return exitCode === 124 && says
      ? []
      : [`exit ${exitCode}, "${error}"; expected exit 124 and a word about Date.now()`];
  }
  const stdout = lines.filter(({ stream }) => stream === 'stdout').map(({ text }) => `${text}\n`);
  const expectedMs = program.virtualMs ?? virtualMs;
  return [
    ...compareLines(program.output, stdout.join('')),
    ...(exitCode === program.exit
      ? []
      : [`exit ${exitCode} instead of ${program.exit}${error ? ` (${error})` : ''}`]),
    ...(virtualMs === expectedMs ? [] : [`${virtualMs} virtual ms instead of ${expectedMs}`]),
  ];
}

/** The first line that differs. */
function compareLines(expected: string, actual: string): string[] {
  if (expected === actual) return [];
  const [expectedLines, actualLines] = [expected.split('\n'), actual.split('\n')];
  const at = expectedLines.findIndex((line, index) => line !== actualLines[index]);
  const place = at === -1 ? expectedLines.length : at;
  const show = (line: string | undefined): string => (line === undefined ? 'nothing' : JSON.stringify(line));
  return [
    `line ${place + 1} is ${show(actualLines[place])} instead of ${show(expectedLines[place])} ` +
      `(${actualLines.length - 1} lines, expected ${expectedLines.length - 1})`,
  ];
}
