// The matchers over real recordings: what passes, what fails, in which words, and at which line.
import { afterAll, describe, expect, test } from 'vitest';
import { makeGrader } from '#grader/index.ts';
import { tryOut } from '#tests/helpers/grading.ts';

const grader = makeGrader();
afterAll(async () => await grader.close());

/** `get(id)` takes `id * 100` ms; `put` rejects; both hear of aborts. */
const SCENARIO = `const { get, put } = lab.simulate({
  get: { ms: ([id]) => id * 100, value: (id) => 'item ' + id, abortable: true },
  put: { ms: 50, rejects: 'Disk full', abortable: true },
});
return await lab.solution.solve(get, put, lab);`;

async function judge(source: string, expectation: string) {
  const { verdict, sentences, findings } = await tryOut(grader, {
    scenario: SCENARIO,
    source: source.startsWith('export')
      ? source
      : `export const solve = async (get, put, lab) => {\n${source}\n};`,
    expectation: `expect(evidence).${expectation};`,
  });
  return { outcome: verdict.outcome, sentence: sentences[0], line: findings[0]?.at?.line };
}

const TOGETHER = `const all = [get(3), get(1), get(2)];\nreturn await Promise.all(all);`;
const ONE_BY_ONE = `const seen = [];\nfor (const id of [3, 1, 2]) {\n  seen.push(await get(id));\n}\nreturn seen;`;
/** Two at a time, by pairs: at 200 ms only one is under way. */
const BY_PAIRS = `await Promise.all([get(2), get(3)]);\nreturn await Promise.all([get(1), get(1)]);`;

/** What of it was so, tests/integration/grader/failed-sentences.test.ts says. */
const NOT_SO = expect.stringMatching(/\. Expected: not so\.$/) as string;

describe('a matcher that holds passes, and fails with .not', () => {
  test.each([
    [TOGETHER, 'toTakeExactly(300)'],
    [TOGETHER, `toStartTogether('get')`],
    [TOGETHER, 'toHaveInFlightAtMost(3)'],
    [TOGETHER, 'toKeepInFlight(3)'],
    [TOGETHER, 'toKeepInFlight(7)'],
    [ONE_BY_ONE, 'toKeepInFlight(1)'],
    [ONE_BY_ONE, 'toRunOneAfterAnother()'],
    [TOGETHER, `toStartInOrder(['get(3)', 'get(1)', 'get(2)'])`],
    [TOGETHER, `toSettleInOrder(['get(1)', 'get(2)', 'get(3)'])`],
    [ONE_BY_ONE, `toStartInOrder(['get', 'get', 'get'])`],
    [TOGETHER, `toStartAt('get', 0)`],
    [ONE_BY_ONE, `toStartAt('get', [0, 300, 400])`],
    [ONE_BY_ONE, `toSettleAt('get(2)', 600)`],
    [TOGETHER, `toHaveCalled('get', 2)`],
    [TOGETHER, `toHaveCalled('get', expect.any(Number))`],
    [TOGETHER, `toHaveCalled('get')`],
    [TOGETHER, `toHaveCalledTimes('get', 3)`],
    [TOGETHER, `toHaveCalledTimes('get(2)', 1)`],
    ['await put();', `toRejectWith('Disk full')`],
    ['await put();', `toRejectWith(/full$/)`],
    ['await put();', `toRejectWith({ name: 'Error', message: 'Disk full' })`],
    [`await get(5, { signal: AbortSignal.timeout(70) }).catch(() => 0);`, `toAbortAt(70, 'get')`],
    [`await get(5, AbortSignal.timeout(70)).catch(() => 0);`, 'toAbortAt(70)'],
    ['work(20); await get(1); work(30);', 'toBlockAtMost(30)'],
    ['work(20); await new Promise((next) => setImmediate(next)); work(30);', 'toBlockAtMost(30)'],
    [
      `const controller = new AbortController(); setTimeout(() => controller.abort(), 70); await get(5, controller).catch(() => 0);`,
      `toAbortAt(70, 'get')`,
    ],
    ['return await get(1);', 'toLeaveNothingBehind()'],
    [`console.log('a', 1);`, `toPrint(['a 1'])`],
  ])('%s → %s', async (source, matcher) => {
    expect(await judge(source, matcher)).toMatchObject({ outcome: 'passed' });
    expect(await judge(source, `not.${matcher}`)).toMatchObject({ outcome: 'failed', sentence: NOT_SO });
  });
});

describe('a matcher that does not hold says why, at the line that caused it, and passes with .not', () => {
  test.each([
    [ONE_BY_ONE, 'toTakeExactly(300)', 4, 'It took 600 ms. Expected: exactly 300 ms.'],
    [
      ONE_BY_ONE,
      `toStartTogether('get')`,
      4,
      'get(1) started at 300 ms. Expected: all calls start together, at 0 ms.',
    ],
    [TOGETHER, 'toHaveInFlightAtMost(2)', 2, '3 calls were in flight at once, at 0 ms. Expected: at most 2.'],
    [
      BY_PAIRS,
      'toKeepInFlight(2)',
      3,
      'From 200 ms on only 1 call was in flight, though get(1) was still to start; it started at 300 ms. Expected: 2 in flight as long as work is left.',
    ],
    [
      TOGETHER,
      'toRunOneAfterAnother()',
      2,
      'get(1) started at 0 ms, before get(3) had settled. Expected: one after another.',
    ],
    [
      TOGETHER,
      `toStartInOrder(['get(1)', 'get(2)', 'get(3)'])`,
      2,
      'Number 1 that started was get(3). Expected: get(1).',
    ],
    [
      TOGETHER,
      `toStartInOrder(['get(3)', 'get(1)'])`,
      2,
      'Number 3 that started was get(2). Expected: no more calls.',
    ],
    [
      TOGETHER,
      `toSettleInOrder(['get(1)', 'get(2)', 'get(3)', 'put'])`,
      undefined,
      'Nothing settled as number 4. Expected: put.',
    ],
    [
      TOGETHER,
      `toSettleInOrder(['get(3)', 'get(2)', 'get(1)'])`,
      2,
      'Number 1 that settled was get(1). Expected: get(3).',
    ],
    [ONE_BY_ONE, `toStartAt('get', 0)`, 4, 'get(1) started at 300 ms. Expected: it starts at 0 ms.'],
    [ONE_BY_ONE, `toStartAt('get', [0, 300])`, 4, 'get was called 3 times. Expected: 2 times.'],
    [ONE_BY_ONE, `toSettleAt('get(1)', 100)`, 4, 'get(1) settled at 400 ms. Expected: it settles at 100 ms.'],
    [TOGETHER, `toHaveCalled('get', 4)`, 2, 'get(4) was never called. Called: get(3), get(1), get(2).'],
    [TOGETHER, `toHaveCalled('put', { id: 1 })`, undefined, 'put({ id: 1 }) was never called.'],
    [TOGETHER, `toHaveCalledTimes('get', 2)`, 2, 'get was called 3 times. Expected: 2 times.'],
    [
      'return await get(1);',
      `toRejectWith('Disk full')`,
      undefined,
      'The result is "item 1". Expected: it rejects with "Disk full".',
    ],
    [
      `throw new TypeError('no');`,
      `toRejectWith('Disk full')`,
      2,
      'It rejected with TypeError: no on line 2. Expected: it rejects with "Disk full".',
    ],
    [
      'await get(5);',
      `toAbortAt(70, 'get')`,
      undefined,
      'No call of get was aborted. Expected: an abort at 70 ms.',
    ],
    ['await get(5);', 'toAbortAt(70)', undefined, 'Nothing was aborted. Expected: an abort at 70 ms.'],
    [
      `await get(5, AbortSignal.timeout(80)).catch(() => 0);`,
      `toAbortAt(70, 'get')`,
      2,
      'get(5, AbortSignal) was aborted at 80 ms. Expected: at 70 ms.',
    ],
    [
      'work(20);\nawait get(1);\nwork(30);',
      'toBlockAtMost(25)',
      4,
      'The loop was blocked for 30 ms on line 4. Expected: for at most 25 ms at a time.',
    ],
    [`get(1);`, 'toLeaveNothingBehind()', 2, 'Line 2 starts get(1) and does not wait for it.'],
    [`console.log('a');\nconsole.log('b');`, `toPrint(['a', 'c'])`, 3, 'Line 2 of the output is b, not c.'],
  ])('%s → %s', async (source, matcher, line, sentence) => {
    expect(await judge(source, matcher)).toEqual({ outcome: 'failed', sentence, line });
    const negated = await judge(source, `not.${matcher}`);
    expect(negated.outcome).toBe('passed');
  });
});

test.each(['toStartTogether()', 'toRunOneAfterAnother()', 'toKeepInFlight(2)', `toStartAt('get', 0)`])(
  'where nothing was started, neither %s nor its negation holds',
  async (matcher) => {
    const source = 'return 1;';
    expect(await judge(source, matcher)).toMatchObject({ outcome: 'failed' });
    expect((await judge(source, `not.${matcher}`)).sentence).toMatch(/^No call( of get)? was made\.$/);
  },
);

describe("a slip of the author's is a fault of the exercise, not the student's failure", () => {
  test.each([
    [`toTakeExactly('300')`, 'toTakeExactly was given 300; expected a number, 0 or more'],
    ['toHaveInFlightAtMost()', 'toHaveInFlightAtMost was given undefined'],
    ['toStartAt(0, 5)', 'toStartAt was given 0; expected the name of a simulated call'],
    [`toStartInOrder('get')`, 'toStartInOrder was given get; expected a list of texts'],
    ['toRejectWith()', 'toRejectWith was given nothing'],
  ])('%s', async (matcher, problem) => {
    const { outcome, sentence } = await judge('return 1;', matcher);
    expect(outcome).toBe('grader-fault');
    expect(sentence).toContain(problem);
  });

  test.each([
    [
      'a matcher over something else',
      'expect(evidence.result).toTakeExactly(1);',
      'expected expect(evidence).toTakeExactly(…)',
    ],
    ['a name that does not exist', 'expect(resluts).toBe(1);', 'resluts is not defined'],
    ['an error thrown by hand', `throw new Error('cannot be');`, 'cannot be'],
  ])('%s', async (_, expectation, problem) => {
    const { verdict, sentences } = await tryOut(grader, {
      source: 'export const solve = () => 1;',
      expectation,
    });
    expect(verdict.outcome).toBe('grader-fault');
    expect(sentences[0]).toContain(problem);
  });
});

describe('a result of another shape is the failure of the code', () => {
  test.each([
    [
      'undefined',
      'expect(evidence.result.name.length).toBe(3);',
      `The result is undefined; it does not have the shape that the task asks for: Cannot read properties of undefined (reading 'name').`,
    ],
    [
      '{ items: 7 }',
      'expect(evidence.result.items.map((item) => item.id)).toEqual([1]);',
      'The result is { items: 7 }; it does not have the shape that the task asks for: evidence.result.items.map is not a function.',
    ],
    [
      `'{'`,
      'expect(JSON.parse(evidence.result)).toEqual({});',
      `The result is "{"; it does not have the shape that the task asks for: Expected property name or '}' in JSON at position 1 (line 1 column 2).`,
    ],
  ])('%s', async (result, expectation, sentence) => {
    const { verdict, sentences } = await tryOut(grader, {
      source: `export const solve = () => (${result});`,
      expectation,
    });
    expect(verdict.outcome).toBe('failed');
    expect(sentences).toEqual([sentence]);
  });
});
