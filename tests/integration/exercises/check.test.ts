// All content is proven, as `interleave check` proves it: a test for each exercise, lesson and track, on the same few processes.
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkExercise } from '#cli/check-exercise.ts';
import { checkLessons, chooseContent, withReferences } from '#cli/check-lessons.ts';
import { makeGrader } from '#grader/index.ts';

const root = path.resolve(import.meta.dirname, '../../../exercises');
const content = chooseContent(root, []);
const grader = makeGrader({ children: 2 });
const TIME_LIMIT_MS = 300_000;

afterAll(async () => {
  await grader.close();
});

test.concurrent.each(content.exercises)(
  'the exercise %s is proven',
  async (id) => {
    const checked = await checkExercise(path.join(root, id), grader);
    expect(withReferences(root, [checked], content)).toMatchObject([{ problems: [] }]);
  },
  TIME_LIMIT_MS,
);

test.concurrent.each(content.others)(
  'the $kind $id holds',
  async (other) => {
    const { lessons, tracks } = await checkLessons({ ...content, others: [other] }, grader);
    expect([...lessons, ...tracks]).toMatchObject([{ problems: [] }]);
  },
  TIME_LIMIT_MS,
);
