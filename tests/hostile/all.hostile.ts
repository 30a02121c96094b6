// The whole corpus through one pool, with a JavaScript and a TypeScript control after every file: a submission that spoils
// the child for the next one is found, and so is a grader that fails everything.
import { afterAll, expect, test } from 'vitest';
import { makeGrader } from '#grader/index.ts';
import { findControls, loadHostileExercise, readCorpus } from './corpus.ts';
import { examine } from './examine.ts';

const corpus = readCorpus();
const controls = findControls(corpus);
const grader = makeGrader();
const exercise = await loadHostileExercise(grader);
afterAll(async () => await grader.close());

test('the corpus is complete', () => {
  expect(corpus).toHaveLength(166);
  expect(controls).toHaveLength(2);
});

test.for(corpus)('$name', async (submission) => {
  for (const each of [submission, ...controls])
    expect(await examine(each, grader, exercise)).toMatchObject({ complaint: null, isForged: false });
});
