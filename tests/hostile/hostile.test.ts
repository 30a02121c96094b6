// The fast part of the corpus: forged results, hostile values, syntax. `npm run test:hostile` grades all of it.
import { afterAll, test } from 'vitest';
import { makeGrader } from '#grader/index.ts';
import { loadHostileExercise, readCorpus } from './corpus.ts';
import { examine } from './examine.ts';

const fast = readCorpus().filter(({ name }) => /^(bad|code|forge|ok|ret|throw|ts)-/.test(name));
const grader = makeGrader({ children: 2 });
const exercise = await loadHostileExercise(grader);
afterAll(async () => await grader.close());

test.concurrent.for(fast)('$name', async (submission, { expect }) => {
  expect(await examine(submission, grader, exercise)).toMatchObject({ complaint: null, isForged: false });
});
