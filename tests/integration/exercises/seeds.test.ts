import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { listExercises, loadExercise, makeGrader, type ExerciseBundle } from '#grader/index.ts';
import type { Files } from '#grader/recording/types.ts';

// `check` grades with one seed. Hidden tests draw their inputs from it, so they are held to their word for some more.
const seeds = [2, 77, 4_000_000_000];
const root = path.resolve(import.meta.dirname, '../../../exercises');
const grader = makeGrader();
afterAll(async () => {
  await grader.close();
});

async function failedTests(exercise: ExerciseBundle, files: Files, seed: number): Promise<string[]> {
  const { verdict } = await grader.grade({ exercise, files, seed, tests: 'all' });
  expect(verdict.outcome).toMatch(/^(passed|failed)$/);
  return verdict.tests.filter(({ outcome }) => outcome !== 'passed').map(({ name }) => name);
}

function rightAnswers({ solution, alternatives }: ExerciseBundle): Files[] {
  const references = Object.entries(solution).map(([file, source]) => ({ [file]: source }));
  return [...references, ...alternatives.map(({ files }) => files)];
}

test.each(listExercises(root))(
  '%s: right answers pass and hidden mistakes fail, whatever the seed',
  async (id) => {
    const exercise = await loadExercise(path.join(root, id), grader);
    const hidden = new Set(exercise.tests.filter((one) => one.hidden).map(({ name }) => name));
    const mistakes = exercise.mistakes.filter(({ failsTest }) => hidden.has(failsTest));
    for (const seed of seeds) {
      for (const files of rightAnswers(exercise))
        expect(await failedTests(exercise, files, seed)).toEqual([]);
      for (const { files, failsTest } of mistakes) {
        expect(await failedTests(exercise, files, seed)).toContain(failsTest);
      }
    }
  },
  60_000,
);
