// What a student reads first when a test fails.
import { afterAll, expect, test } from 'vitest';
import { makeGrader } from '#grader/index.ts';
import { tryOut } from '#tests/helpers/grading.ts';

const grader = makeGrader();
afterAll(async () => await grader.close());

async function firstSentence(source: string, expectation?: string): Promise<string | undefined> {
  const { sentences } = await tryOut(grader, {
    source,
    ...(expectation === undefined ? {} : { expectation }),
  });
  return sentences[0];
}

test('values that are short are told whole, without words for testers', async () => {
  const items = `[{ id: 1, name: 'Ada' }, { id: 2, name: 'Bo' }]`;
  expect(
    await firstSentence(`export const solve = () => ${items}`, `expect(evidence.result).toEqual([])`),
  ).toBe(`expected [ { id: 1, name: 'Ada' }, { id: 2, name: 'Bo' } ] to deeply equal []`);
  expect(await firstSentence(`export const solve = () => 1`, `expect(evidence.result).toBe(0)`)).toBe(
    'expected 1 to be 0',
  );
});

test('an error of several lines stays one sentence', async () => {
  const source = `export function solve() { throw new Error('No mirror has answered\\nMirror is down'); }`;
  expect(await firstSentence(source)).toBe(
    'The code threw Error: No mirror has answered / Mirror is down on line 1.',
  );
});

test('where nothing was called because the code threw, what it threw comes first', async () => {
  const source = 'export async function solve(fetchItem) { await missing.fetch(fetchItem); }';
  const { sentences } = await tryOut(grader, {
    source,
    expectation: `expect(evidence).toStartTogether('fetchItem'); expect(evidence.result).toBe(1);`,
  });
  expect(sentences).toEqual([
    'The code threw ReferenceError: missing is not defined on line 1.',
    expect.stringContaining('fetchItem'),
  ]);
});

test('a stretch of several works is one block, at the line that made it too long', async () => {
  const source = [
    'export async function solve() {',
    '  work(20);',
    '  await null;',
    '  work(20);',
    '  await new Promise((next) => setTimeout(next));',
    '  work(30);',
    '}',
  ].join('\n');
  const { findings } = await tryOut(grader, { source, expectation: 'expect(evidence).toBlockAtMost(35);' });
  expect(findings[0]).toMatchObject({
    code: 'blocked-too-long',
    params: { actualMs: 40, expectedMs: 35 },
    at: { line: 4 },
  });
});

test('an error inside of an error is printed with its own lines, in their places', async () => {
  const source = `export const solve = () => { console.log(new Error('a', { cause: new TypeError('b') })); };`;
  const { recording } = await tryOut(grader, { source });
  const [printed] = recording?.timeline.marks.filter(({ kind }) => kind === 'console') ?? [];
  expect(printed?.text.split('\n')).toEqual([
    'Error: a',
    `    at Module.solve (solution.js:1:${source.indexOf('new Error') + 1}) {`,
    '  [cause]: TypeError: b',
    `      at Module.solve (solution.js:1:${source.indexOf('new TypeError') + 1})`,
    '}',
  ]);
});

test.each([
  [
    'setTimeout',
    'setTimeout(() => {}, 5)',
    'A setTimeout on line 1 was still waiting when the result was there; it was due at 5 ms. Clear it.',
  ],
  [
    'setInterval',
    'setInterval(() => {}, 5)',
    'A setInterval on line 1 was still running when the result was there. Clear it.',
  ],
  [
    'setImmediate',
    'setImmediate(() => {})',
    'A setImmediate on line 1 had not run yet when the result was there. Wait for it, or clear it.',
  ],
])('a %s that is left behind', async (_, code, sentence) => {
  const source = `export const solve = () => { ${code}; return 'right'; };`;
  expect(await tryOut(grader, { source })).toMatchObject({ verdict: { outcome: 'passed' } });
  expect(await firstSentence(source, 'expect(evidence).toLeaveNothingBehind();')).toBe(sentence);
});

const saves = [
  'export async function solve(fetchItem) {',
  '  await fetchItem(1);',
  '  console.log("one");',
  '  await fetchItem(2);',
  '  throw new RangeError("Full");',
  '}',
].join('\n');

test.each([
  ['toTakeExactly(200)', 'It took 200 ms.'],
  ['toStartTogether("fetchItem(1)")', 'All calls of fetchItem(1) started together.'],
  ['toHaveInFlightAtMost(1)', 'Never more than 1 call was in flight at once.'],
  ['toKeepInFlight(1, "fetchItem")', '1 call of fetchItem was kept in flight.'],
  ['toRunOneAfterAnother()', 'The calls ran one after another.'],
  ['toRunOneAfterAnother("fetchItem")', 'The calls of fetchItem ran one after another.'],
  [
    'toStartInOrder(["fetchItem(1)", "fetchItem(2)"])',
    'The calls started in this order: fetchItem(1), fetchItem(2).',
  ],
  ['toSettleInOrder(["fetchItem", "fetchItem"])', 'The calls settled in this order: fetchItem, fetchItem.'],
  ['toStartAt("fetchItem", [0, 100])', 'fetchItem started at 0, 100 ms.'],
  ['toSettleAt("fetchItem(2)", 200)', 'fetchItem(2) settled at 200 ms.'],
  ['toHaveCalled("fetchItem", 2)', 'fetchItem(2) was called at 100 ms on line 4.'],
  ['toHaveCalled("fetchItem")', 'fetchItem(1) was called at 0 ms on line 2.'],
  ['toHaveCalledTimes("fetchItem", 2)', 'fetchItem was called 2 times.'],
  ['toRejectWith(/Full/)', 'It rejected with RangeError: Full on line 5.'],
  ['toBlockAtMost(5)', 'The loop was never blocked for more than 5 ms at a time.'],
  ['toLeaveNothingBehind()', 'Nothing was left behind.'],
  ['toPrint(["one"])', 'Just this was printed: one.'],
])('expect(evidence).not.%s names what was so', async (call, fact) => {
  expect(await firstSentence(saves, `expect(evidence).not.${call};`)).toBe(`${fact} Expected: not so.`);
});

test.each([
  ['["one", "two"]', 'The output ends after line 1. Expected next: two.'],
  ['["one", ""]', 'The output ends after line 1. Expected next: an empty line.'],
  ['["two"]', 'Line 1 of the output is one, not two.'],
  ['[]', 'Line 1 of the output is one; no more lines were expected.'],
])('of the output that should be %s', async (lines, sentence) => {
  expect(await firstSentence(saves, `expect(evidence).toPrint(${lines});`)).toBe(sentence);
});

test('where nothing is printed, what should be is told', async () => {
  const source = 'export const solve = () => 1;';
  expect(await firstSentence(source, 'expect(evidence).toPrint(["ready"]);')).toBe(
    'Nothing was printed. Expected: ready.',
  );
  expect(await firstSentence(source, 'expect(evidence).not.toPrint([]);')).toBe(
    'Nothing was printed. Expected: not so.',
  );
});

test('an abort that must not be is named', async () => {
  const source =
    'export function solve() { const c = new AbortController(); setTimeout(() => c.abort(), 30); return new Promise((r) => (c.signal.onabort = r)).then(() => 1); }';
  expect(await firstSentence(source, 'expect(evidence).not.toAbortAt(30);')).toBe(
    'There was an abort at 30 ms. Expected: not so.',
  );
});

test.each([
  ['forgotten', `function solve() { return 'right'; } export const other = 1;`],
  ['misspelt', `export function sovle() { return 'right'; }`],
  ['listed without it', `function solve() { return 'right'; } const a = 1; export { a };`],
])('an export that is %s is named, and nothing else is said', async (_, source) => {
  const expectation = `expect(evidence).toStartTogether('fetchItem');`;
  for (const scenario of [
    'return await lab.solution.solve(fetchItem);',
    'const { solve } = lab.solution; return await solve(fetchItem);',
  ]) {
    const { sentences } = await tryOut(grader, { source, scenario, expectation });
    expect(sentences).toEqual([
      'solution.js does not export solve, which the test calls. Is the word "export" before it, and is it spelt like that?',
    ]);
  }
});

test('a TypeError of the code itself is told as what it is', async () => {
  const source = `export function solve() { const missing = 1; missing(); }`;
  expect(await firstSentence(source)).toBe('The code threw TypeError: missing is not a function on line 1.');
});
