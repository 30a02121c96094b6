// `interleave import exercism <folder>`: an exercise of Exercism's JavaScript track becomes an open exercise of ours.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { styleText } from 'node:util';
import { makeGrader } from '#grader/index.ts';
import { checkExercise } from './check-exercise.ts';
import { ExitCode, UsageError } from './exit-codes.ts';
import { ownExercises } from './find-exercise.ts';
import { convertExercise } from './import-exercism-convert.ts';
import { readExercism } from './import-exercism-read.ts';

export type ImportOptions = { into?: string; force?: boolean };

/** @throws UsageError for what cannot be imported, before anything is written. */
export async function importExercism(folder: string, options: ImportOptions): Promise<number> {
  const root = options.into ?? ownExercises;
  const exercise = readExercism(folder);
  const target = path.join(root, exercise.slug);
  requireFree(target, options.force === true);
  writeExercise(target, convertExercise(exercise));
  process.stdout.write(
    `${exercise.slug}: written to ${target}. It is an open exercise: its spec runs beside the student's code.\n`,
  );
  return await proveImported(target);
}

function requireFree(target: string, isForced: boolean): void {
  if (!existsSync(target) || isForced) return;
  throw new UsageError(`"${target}" is there already; expected a free place, or --force to replace it.`);
}

/** Writes an exercise's files into its folder, which is made anew. */
export function writeExercise(target: string, files: { [file: string]: string }): void {
  rmSync(target, { recursive: true, force: true });
  for (const [file, text] of Object.entries(files)) {
    const full = path.join(target, file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, text);
  }
}

async function proveImported(target: string): Promise<number> {
  const grader = makeGrader();
  try {
    const { ok, tests, problems } = await checkExercise(target, grader);
    const lines = problems.map((problem) => `    ${problem}\n`);
    const verdict = ok
      ? styleText('green', `✓ its solution passes all ${tests} tests, its starter fails`)
      : styleText('red', '✗ it is not proven');
    process.stdout.write(`${verdict}\n${lines.join('')}`);
    return ok ? ExitCode.Passed : ExitCode.Failed;
  } finally {
    await grader.close();
  }
}
