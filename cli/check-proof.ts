// What the parts of a proof share.
import type { ExerciseBundle, Grader } from '#grader/index.ts';
import type { Files, GradeResult } from '#grader/recording/types.ts';

export type Proof = {
  exercise: ExerciseBundle;
  folder: string;
  /** Grades with one seed and all tests, if nothing else is said. */
  grade: (files: Files, options?: { seed?: number; tests?: ReadonlySet<string> }) => Promise<GradeResult>;
};

const FIRST_SEED = 1;

export function makeProof(folder: string, exercise: ExerciseBundle, grader: Grader): Proof {
  return {
    exercise,
    folder,
    async grade(files, { seed = FIRST_SEED, tests: chosen } = {}) {
      const tests = exercise.tests.filter(({ name }) => chosen === undefined || chosen.has(name));
      return await grader.grade({ exercise: { ...exercise, tests }, files, seed, tests: 'all' });
    },
  };
}
