// Our own lessons and tracks hold: each snippet ends as it says, each number comes from a run, each name leads somewhere.
import { afterAll, expect, test } from 'vitest';
import { checkLessons, chooseContent } from '#cli/check-lessons.ts';
import { ownExercises } from '#cli/find-exercise.ts';
import { makeGrader } from '#grader/index.ts';

const content = chooseContent(ownExercises, []);
const grader = makeGrader();
afterAll(async () => await grader.close());

test.each(content.others)('$kind $id', async (one) => {
  const { lessons, tracks } = await checkLessons({ ...content, others: [one] }, grader);
  expect([...lessons, ...tracks]).toEqual([expect.objectContaining({ id: one.id, problems: [] })]);
});
