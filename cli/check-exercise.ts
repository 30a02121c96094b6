// The proof of one exercise: what its author claims is tried.
import path from 'node:path';
import { ExerciseError, loadExercise, type ExerciseBundle, type Grader } from '#grader/index.ts';
import type { Files } from '#grader/recording/types.ts';
import { checkMutants, type MutantReport } from './check-mutants.ts';
import { whyNotFailed, whyNotPassed } from './check-verdict.ts';

export type CheckedExercise = {
  id: string;
  ok: boolean;
  tests: number;
  mistakes: number;
  /** Absent where the folder could not be read. */
  alternatives?: number;
  problems: string[];
  /** False for an open exercise, whose spec runs beside the code; absent where the folder could not be read. */
  sealed?: boolean;
  /** Where they were asked for. */
  mutants?: MutantReport;
};

export type ProofOptions = { mutants?: boolean };

const SEED = 1;

/** @param folder The exercise's own. What is wrong with it is in the result; it throws for our faults alone. */
export async function checkExercise(
  folder: string,
  grader: Grader,
  options: ProofOptions = {},
): Promise<CheckedExercise> {
  const id = path.basename(folder);
  try {
    const exercise = await loadExercise(folder, grader);
    const problems = await findProblems(exercise, grader);
    const mutants = options.mutants === true ? await checkMutants(folder, exercise, grader) : null;
    problems.push(...(mutants?.problems ?? []));
    return {
      id,
      ok: problems.length === 0,
      tests: exercise.tests.length,
      mistakes: exercise.mistakes.length,
      alternatives: exercise.alternatives.length,
      problems,
      sealed: exercise.spec === undefined,
      ...(mutants === null ? {} : { mutants: mutants.report }),
    };
  } catch (error) {
    if (!(error instanceof ExerciseError)) throw error;
    return { id, ok: false, tests: 0, mistakes: 0, problems: error.problems };
  }
}

async function findProblems(exercise: ExerciseBundle, grader: Grader): Promise<string[]> {
  const gradeFiles = async (files: Files) =>
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
