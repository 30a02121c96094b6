import { expect, test } from 'vitest';
import { plain, renderText } from '#cli/grade-text.ts';
import { makeResult, makeTest, printing, results } from '#tests/fixtures/grade-results.ts';

const exercise = { title: 'An exercise' };

test('each test with what was found and printed, and a summary', () => {
  const result = makeResult(
    [
      makeTest({
        name: 'one',
        findings: [{ code: 'assertion', params: { message: 'no', diff: '- 1\n+ 2' } }],
      }),
      makeTest({ name: 'two', hidden: true }),
    ],
    {},
    [printing('one', [{ text: 'hello' }])],
  );
  expect(renderText(result, exercise, plain)).toBe(`✗ one  100 ms virtual
    no
      - 1
      + 2
    > hello
✓ two (hidden)  100 ms virtual

An exercise: failed, 1 of 2 tests passed (12 ms real time, seed 1)
`);
});

test('code that does not parse: where, and that nothing was run', () => {
  expect(renderText(results.errored, exercise, plain))
    .toBe(`✗ solution.js:2:14 The code does not parse on line 2: Unexpected token.
○ one  not run
○ two  not run

An exercise: errored, 0 of 2 tests passed (12 ms real time, seed 1)
`);
});

test('a verdict that is not sealed says so', () => {
  const result = makeResult([makeTest()], { sealed: false });
  expect(renderText(result, exercise, plain)).toContain('1 of 1 tests passed, open (judged beside the code)');
});

test('more than twenty printed lines are counted, not shown', () => {
  const lines = Array.from({ length: 23 }, (_, index) => ({ text: `line ${index}` }));
  const text = renderText(makeResult([makeTest()], {}, [printing('a test', lines)]), exercise, plain);
  expect(text).toContain('> line 19\n    … and 3 more lines\n');
});
