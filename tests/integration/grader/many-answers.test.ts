// A test that says it has many right answers: nothing of the reference is told.
import { afterAll, expect, test } from 'vitest';
import { makeGrader } from '#grader/index.ts';
import { toChromeTrace } from '#grader/reports/chrome-trace.ts';
import { sentence } from '#grader/recording/sentences.ts';
import type { GradeResult } from '#grader/recording/types.ts';

const grader = makeGrader();
afterAll(async () => await grader.close());

let count = 0;

function halves(options: string) {
  count += 1;
  return {
    id: 'plans',
    contentHash: `plans ${count}`,
    scenarios: `export default { plan: { ${options} async run(lab) {
      const { book } = lab.simulate({ book: { ms: 100 } });
      for (const room of lab.solution.plan) await book(room);
      return lab.solution.plan.length;
    } } };`,
    expectations: `export default { plan: ({ expect, result }) => expect(result, 'rooms').toBe(2) };`,
  };
}

async function gradePlan(options: string): Promise<{ mine: GradeResult; reference: GradeResult }> {
  const bundle = halves(options);
  const exercise = { ...bundle, tests: await grader.describe(bundle) };
  const grade = async (source: string, more: object = {}) =>
    await grader.grade({ exercise, files: { 'solution.js': source }, seed: 1, tests: 'all', ...more });
  const reference = await grade('export const plan = [3, 4];');
  return { mine: await grade('export const plan = [1];', { reference: reference.recordings }), reference };
}

const said = ({ verdict }: GradeResult): string[] => verdict.tests[0]?.findings.map(sentence) ?? [];

test('without the flag, the first difference from the reference is told', async () => {
  const { mine, reference } = await gradePlan('');
  expect(said(mine)).toEqual(['rooms: expected 1 to be 2', 'book(1) was called at 0 ms. Expected: book(3).']);
  expect(mine.recordings[0]).not.toHaveProperty('manyAnswers');
  expect(JSON.stringify(toChromeTrace(mine.recordings, reference.recordings))).toContain('(reference)');
});

test('with it, the test says what it found, and nothing of the reference', async () => {
  const { mine, reference } = await gradePlan('manyAnswers: true,');
  expect(said(mine)).toEqual(['rooms: expected 1 to be 2']);
  expect(mine.recordings[0]?.manyAnswers).toBe(true);
  expect(reference.recordings[0]?.manyAnswers).toBe(true);
  expect(JSON.stringify(toChromeTrace(mine.recordings, reference.recordings))).not.toContain('(reference)');
});

test.each([
  [
    'manyAnswer: true,',
    '"plan" has a field "manyAnswer"; expected hidden, manyAnswers, mayReplaceBuiltIns, explore, run',
  ],
  ['manyAnswers: 1,', '"plan": manyAnswers is 1; expected true or false'],
  ["hidden: 'yes',", '"plan": hidden is yes; expected true or false'],
])('%s is refused', async (options, problem) => {
  await expect(grader.describe(halves(options))).rejects.toThrow(problem);
});
