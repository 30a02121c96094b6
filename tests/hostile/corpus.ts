// The hostile corpus (submissions/README.md): what each file expects, and which classes a verdict falls into.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { limits, loadExercise, type ExerciseBundle, type Grader } from '#grader/index.ts';
import type { Files, TestVerdict, Verdict } from '#grader/recording/types.ts';

export type Submission = { name: string; files: Files; accepted: string[]; mustPass: boolean };

const folder = path.join(import.meta.dirname, 'submissions');

export function readCorpus(): Submission[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map(readOne);
}

function readOne(name: string): Submission {
  const source = readFileSync(path.join(folder, name), 'utf8');
  const header = (field: string): string =>
    new RegExp(`^// ${field}:(.*)$`, 'm').exec(source)?.[1]?.trim() ?? '';
  const isTypeScript = header('lang') === 'ts';
  return {
    name: name.replace(/\.js$/, ''),
    files: { [isTypeScript ? 'solution.ts' : 'solution.js']: source },
    accepted: [header('expect'), ...header('also').split(',')].map((word) => word.trim()).filter(Boolean),
    mustPass: header('why').includes('must PASS'),
  };
}

export async function loadHostileExercise(grader: Grader): Promise<ExerciseBundle> {
  return await loadExercise(path.join(import.meta.dirname, 'exercises/fetch-total'), grader);
}

/** Real CPU and memory limits race each other, so `resources` is both. */
function classesOfTest({ ended, outcome }: TestVerdict): string[] {
  if (outcome !== 'failed') return [];
  if (ended.kind === 'limit') return ended.limit === 'resources' ? ['cpu-limit', 'memory-limit'] : [];
  return ended.kind === 'returned' ? [] : ['runtime-error'];
}

export function classesOf(verdict: Verdict): string[] {
  const always = verdict.outcome === 'grader-fault' ? [] : ['contained'];
  const unforged = verdict.outcome === 'passed' || verdict.outcome === 'grader-fault' ? [] : ['no-forgery'];
  if (verdict.outcome === 'errored') return [...always, ...unforged, 'syntax-error'];
  return [...always, ...unforged, ...verdict.tests.flatMap(classesOfTest)];
}

/** Grades one file. @returns what is wrong with the verdict by the file's header, or with its time; null if nothing is. */
export async function complaintAbout(
  { files, accepted, mustPass }: Submission,
  grader: Grader,
  exercise: ExerciseBundle,
): Promise<string | null> {
  const { verdict, usage } = await grader.grade({ exercise, files, seed: 1, tests: 'all' });
  const classes = classesOf(verdict);
  if (mustPass && verdict.outcome !== 'passed') return `must pass: ${JSON.stringify(verdict)}`;
  if (!mustPass && !accepted.some((one) => classes.includes(one)))
    return `none of ${accepted.join(', ')}: ${JSON.stringify(verdict)}`;
  const isLate = usage.wallMs > limits.wallSubmissionLimitMs + limits.wallTestLimitMs;
  return isLate ? `took ${usage.wallMs} ms` : null;
}
