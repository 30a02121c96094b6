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
