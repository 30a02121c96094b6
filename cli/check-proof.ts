// What the parts of a proof share.
import type { ExerciseBundle, Grader, GradeRequest } from '#grader/index.ts';
import type { Files, GradeResult } from '#grader/recording/types.ts';

export type ProofRequest = Pick<GradeRequest, 'onTest' | 'signal'> & {
  seed?: number;
  /** Names. */
  tests?: ReadonlySet<string>;
};

export type Proof = {
  exercise: ExerciseBundle;
  folder: string;
  /** Grades with one seed and all tests, if nothing else is said. */
  grade: (files: Files, options?: ProofRequest) => Promise<GradeResult>;
};

const FIRST_SEED = 1;

export function makeProof(folder: string, exercise: ExerciseBundle, grader: Grader): Proof {
  return {
    exercise,
    folder,
    async grade(files, { seed = FIRST_SEED, tests: chosen, ...request } = {}) {
      const tests = exercise.tests.filter(({ name }) => chosen === undefined || chosen.has(name));
      return await grader.grade({ ...request, exercise: { ...exercise, tests }, files, seed, tests: 'all' });
    },
  };
}

/** The .ts where there is one; the .js says the same. */
export function referenceOf(solution: Files): [file: string, source: string] {
  const files = Object.entries(solution);
  const [first] = files;
  const found = files.find(([file]) => file.endsWith('.ts')) ?? first;
  if (found === undefined) throw new Error('An exercise without a solution was loaded');
  return found;
}
