// Every exercise is proven, as `interleave check` proves it: a test for each, all on the same few processes.
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkExercise } from '#cli/check-exercise.ts';
import { listExercises, makeGrader } from '#grader/index.ts';

const root = path.resolve(import.meta.dirname, '../../../exercises');
const grader = makeGrader({ children: 2 });
afterAll(async () => {
  await grader.close();
});

test.concurrent.each(listExercises(root))(
  '%s is proven',
  async (id) => {
    expect((await checkExercise(path.join(root, id), grader)).problems).toEqual([]);
  },
  300_000,
);
