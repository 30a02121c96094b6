// `interleave check [exercise…]`: proves exercises. The solution and every alternative pass, the starter fails without being
// in error, each mistake fails for the test that its first line names.
import path from 'node:path';
import { styleText } from 'node:util';
import { ExerciseError, loadExercise, makeGrader, type ExerciseBundle, type Grader } from '#grader/index.ts';
import { sentence } from '#grader/recording/sentences.ts';
import type { Files, Verdict } from '#grader/recording/types.ts';
import { ExitCode } from './exit-codes.ts';
import { checkLessons, chooseContent, renderLessons, withReferences } from './check-lessons.ts';
import { ownExercises } from './find-exercise.ts';

export type CheckOptions = { json?: boolean; exercises?: string };

export type CheckedExercise = {
  id: string;
  ok: boolean;
  tests: number;
  mistakes: number;
  problems: string[];
  /** False for an open exercise, whose spec runs beside the code; absent where the folder could not be read. */
  sealed?: boolean;
};

const CHILDREN = 2;
const SEED = 1;

export async function check(ids: string[], options: CheckOptions): Promise<number> {
  const root = options.exercises ?? ownExercises;
  const content = chooseContent(root, ids);
  const grader = makeGrader({ children: CHILDREN });
  try {
    const checked = await Promise.all(
      content.exercises.map((id) => checkExercise(path.join(root, id), grader)),
    );
    const exercises = withReferences(root, checked, content);
    const others = await checkLessons(content, grader);
    process.stdout.write(
      options.json === true
        ? `${JSON.stringify({ exercises, ...others }, null, 2)}\n`
        : [exercises.length === 0 ? '' : render(exercises), renderLessons(others)]
            .filter((text) => text !== '')
            .join('\n'),
    );
    const all = [...exercises, ...others.lessons, ...others.tracks];
    return all.every(({ ok }) => ok) ? ExitCode.Passed : ExitCode.Failed;
  } finally {
    await grader.close();
  }
}

export async function checkExercise(folder: string, grader: Grader): Promise<CheckedExercise> {
  const id = path.basename(folder);
  try {
    const exercise = await loadExercise(folder, grader);
    const problems = await findProblems(exercise, grader);
    const { tests, mistakes, spec } = exercise;
    return {
      id,
      ok: problems.length === 0,
      tests: tests.length,
      mistakes: mistakes.length,
      problems,
      sealed: spec === undefined,
    };
  } catch (error) {
    if (!(error instanceof ExerciseError)) throw error;
    return { id, ok: false, tests: 0, mistakes: 0, problems: error.problems };
  }
}

async function findProblems(exercise: ExerciseBundle, grader: Grader): Promise<string[]> {
  const gradeFiles = async (files: Files): Promise<Verdict> =>
    (await grader.grade({ exercise, files, seed: SEED, tests: 'all' })).verdict;
  const each = (files: Files): [string, Files][] =>
    Object.entries(files).map(([name, source]) => [name, { [name]: source }]);

  const right = [
    ...each(exercise.solution).map(([name, files]) => ({ label: `solution/${name}`, files })),
    ...exercise.alternatives.map(({ name, files }) => ({ label: `alternatives/${name}`, files })),
  ].map(async ({ label, files }) => whyNotPassed(label, await gradeFiles(files)));
  const starters = each(exercise.starter).map(async ([name, files]) =>
    whyNotFailed(`starter/${name}`, await gradeFiles(files)),
  );
  const mistakes = exercise.mistakes.map(async ({ name, failsTest, files }) =>
    whyNotFailed(`mistakes/${name}`, await gradeFiles(files), failsTest),
  );
  const found = await Promise.all([...right, ...starters, ...mistakes]);
  return found.filter((problem) => problem !== null);
}

function whyNotPassed(label: string, verdict: Verdict): string | null {
  if (verdict.outcome === 'passed') return null;
  const test = verdict.tests.find(({ outcome }) => outcome !== 'passed');
  const [finding] = test?.findings.length ? test.findings : verdict.findings;
  const reason = finding === undefined ? verdict.outcome : sentence(finding);
  return `${label}: expected to pass, but ${verdict.findings.length === 0 ? `"${test?.name ?? ''}" failed` : 'it is in error'}: ${reason}`;
}

/** @param test The test that must be among the failed ones; any, if not given. */
function whyNotFailed(label: string, verdict: Verdict, test?: string): string | null {
  if (verdict.outcome === 'failed') {
    const failed = verdict.tests.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name);
    if (test === undefined || failed.includes(test)) return null;
    return `${label}: expected to fail "${test}", but fails only ${failed.map((name) => `"${name}"`).join(', ')}`;
  }
  if (verdict.outcome === 'passed')
    return `${label}: expected to fail${test === undefined ? '' : ` "${test}"`}, but it passes`;
  const [finding] = verdict.findings;
  return `${label}: expected to run and fail, but it is in error: ${finding === undefined ? verdict.outcome : sentence(finding)}`;
}

function render(exercises: CheckedExercise[]): string {
  const lines = exercises.flatMap(({ id, ok, tests, mistakes, problems, sealed }) => [
    `${ok ? styleText('green', '✓') : styleText('red', '✗')} ${id}  ${styleText('dim', `${tests} tests, ${mistakes} mistakes${sealed === false ? ', open' : ''}`)}`,
    ...problems.map((problem) => `    ${problem}`),
  ]);
  const wrong = exercises.filter((exercise) => !exercise.ok).length;
  const summary =
    wrong === 0
      ? `all ${exercises.length} exercises are proven`
      : `${wrong} of ${exercises.length} exercises have problems`;
  return `${lines.join('\n')}\n\n${summary}\n`;
}
