// Right answers pass, the starter and the mistakes fail, and none of them for a reason that teaches nothing.
import type { ExerciseBundle } from '#grader/index.ts';
import type { Files, Recording } from '#grader/recording/types.ts';
import type { Proof } from './check-proof.ts';
import { whyNotFailed, whyNotPassed } from './check-verdict.ts';
import { eraseTypes, parseCode } from './code.ts';
import { undefinedNames } from './undefined-names.ts';

export type Answer = { label: string; files: Files };

const FEWEST_MISTAKES = 5;
const FEWEST_ALTERNATIVES = 2;

export function solutionsOf({ solution }: ExerciseBundle): Answer[] {
  return eachFile(solution).map(([file, files]) => ({ label: `solution/${file}`, files }));
}

export function alternativesOf({ alternatives }: ExerciseBundle): Answer[] {
  return alternatives.map(({ name, files }) => ({ label: `alternatives/${name}`, files }));
}

export async function checkAnswers(proof: Proof): Promise<string[]> {
  const { exercise, grade } = proof;
  const right = [...solutionsOf(exercise), ...alternativesOf(exercise)].map(async ({ label, files }) =>
    whyNotPassed(label, (await grade(files)).verdict),
  );
  const starters = eachFile(exercise.starter).map(async ([file, files]) =>
    whyNotFailed(`starter/${file}`, (await grade(files)).verdict),
  );
  const mistakes = exercise.mistakes.map(async (mistake) => await whyNoMistake(proof, mistake));
  const found = await Promise.all([...right, ...starters, ...mistakes]);
  return found.filter((problem) => problem !== null);
}

/** A name mistyped fails any test, and tells nothing about it. */
async function whyNoMistake(
  { grade }: Proof,
  { name, failsTest, files }: ExerciseBundle['mistakes'][number],
): Promise<string | null> {
  const label = `mistakes/${name}`;
  const { verdict, recordings } = await grade(files);
  const problem = whyNotFailed(label, verdict, failsTest);
  if (problem !== null) return problem;
  const [mistyped] = undefinedNames(codeOf(files) ?? '');
  if (mistyped !== undefined)
    return `${label}: line ${mistyped.line}: ${mistyped.name} is not defined; a mistake fails for what it does, not for its typing`;
  const recording = recordings.find(({ test }) => test === failsTest);
  const unknown = recording === undefined ? null : notDefined(recording);
  if (unknown === null) return null;
  return `${label}: fails "${failsTest}" only because ${unknown} is not defined; a mistake fails for what it does, not for its typing`;
}

function notDefined({ outcome }: Recording): string | null {
  const text = JSON.stringify(outcome);
  return text.includes('ReferenceError') ? (/([\w$]+) is not defined/.exec(text)?.[1] ?? null) : null;
}

/** Enough of them, and no two that are the same but for their types and spaces. */
export function checkVariety(exercise: ExerciseBundle): string[] {
  const { mistakes, alternatives } = exercise;
  const wrong = mistakes.map(({ name, files }) => ({ label: `mistakes/${name}`, files }));
  const right = [...solutionsOf(exercise).slice(0, 1), ...alternativesOf(exercise)];
  return [
    ...tooFew('mistakes', mistakes.length, FEWEST_MISTAKES),
    ...tooFew('alternatives', alternatives.length, FEWEST_ALTERNATIVES),
    ...sameAnswers(right),
    ...sameAnswers(wrong),
  ];
}

function tooFew(folder: string, count: number, fewest: number): string[] {
  return count >= fewest ? [] : [`${folder}/: expected at least ${fewest} files, found ${count}`];
}

function sameAnswers(answers: Answer[]): string[] {
  const first = new Map<string, string>();
  return answers.flatMap(({ label, files }) => {
    const text = tokenTextOf(files);
    if (text === null) return [];
    const same = first.get(text);
    if (same !== undefined) return [`${label}: is ${same} but for spaces, comments and types`];
    first.set(text, label);
    return [];
  });
}

/** Null where it does not parse: the grading says so. */
export function tokenTextOf(files: Files): string | null {
  const code = codeOf(files);
  return code === null ? null : parseCode(code).tokens.join(' ');
}

function codeOf(files: Files): string | null {
  const [[file, source] = ['', '']] = Object.entries(files);
  try {
    const code = eraseTypes(file, source);
    parseCode(code);
    return code;
  } catch {
    return null;
  }
}

function eachFile(files: Files): [file: string, files: Files][] {
  return Object.entries(files).map(([file, source]) => [file, { [file]: source }]);
}
