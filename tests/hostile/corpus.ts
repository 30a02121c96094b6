// A folder of hostile submissions (submissions/README.md): what each file expects, and which classes a verdict falls into.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadExercise, type ExerciseBundle, type Grader } from '#grader/index.ts';
import type { Files, TestVerdict, Verdict } from '#grader/recording/types.ts';

export type Submission = { name: string; files: Files; accepted: string[]; mustPass: boolean };

export const ownFolder = path.join(import.meta.dirname, 'submissions');

/** @throws Error that names a file without an `expect` header. */
export function readCorpus(folder = ownFolder): Submission[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .toSorted()
    .map((name) => readOne(folder, name));
}

function readOne(folder: string, name: string): Submission {
  const source = readFileSync(path.join(folder, name), 'utf8');
  const header = (field: string): string =>
    new RegExp(`^// ${field}:(.*)$`, 'm').exec(source)?.[1]?.trim() ?? '';
  const isTypeScript = header('lang') === 'ts';
  const accepted = [header('expect'), ...header('also').split(',')].map((word) => word.trim());
  if (accepted[0] === '') throw new Error(`${name}: no "// expect:" line says which outcome is accepted`);
  return {
    name: name.replace(/\.js$/, ''),
    files: { [isTypeScript ? 'solution.ts' : 'solution.js']: source },
    accepted: accepted.filter(Boolean),
    mustPass: header('why').includes('must PASS'),
  };
}

/** One in JavaScript and one in TypeScript, which both must pass: the folder's own, or else this one's. */
export function findControls(corpus: Submission[]): Submission[] {
  const candidates = [...corpus, ...readCorpus()].filter(({ mustPass }) => mustPass);
  const controls = ['solution.js', 'solution.ts'].map((file) =>
    candidates.find(({ files }) => file in files),
  );
  return controls.filter((control) => control !== undefined);
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
