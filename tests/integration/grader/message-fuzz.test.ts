// The parent against whatever a child may say: truncated, oversized, late, repeated, for another job, deep, no text at all.
// The same few conversations each time; `npm run test:gate -- messages` takes many more, with a new seed.
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeGrader } from '#grader/index.ts';
import { converse, fuzzMessages, honestScript } from '#tests/helpers/scripted-messages.ts';

const RUNS = 10;
const SEED = 20_261_121;
const childFile = path.resolve(import.meta.dirname, '../../fixtures/scripted-child.ts');
const grader = makeGrader({ childFile, confinement: { bubblewrap: false } });
afterAll(async () => await grader.close());

test('an honest conversation counts', async () => {
  expect((await converse(grader, honestScript('passed'))).verdict.outcome).toBe('passed');
  expect((await converse(grader, honestScript('failed'))).verdict.outcome).toBe('failed');
});

test(`${RUNS} spoiled conversations neither pass nor hang nor break the parent`, async () => {
  await expect(fuzzMessages(grader, RUNS, SEED)).resolves.toBeUndefined();
}, 300_000);
