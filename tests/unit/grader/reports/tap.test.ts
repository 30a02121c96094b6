import { assert, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toTap } from '#grader/reports/tap.ts';
import { makeResult, makeTest, printing, results, TROUBLE } from '#tests/fixtures/grade-results.ts';
import { anyText } from '#tests/helpers/any-text.ts';
import { readTap } from '#tests/helpers/tap.ts';

describe('what stands where', () => {
  test('a passed grading', () => {
    expect(toTap(results.passed)).toBe(`TAP version 14
1..2
ok 1 - one
  ---
  virtualMs: 100
  ...
ok 2 - two
  ---
  virtualMs: 100
  hidden: true
  ...
`);
  });

  test('a failed one: what failed, what was in error, what was not run', () => {
    const { points } = readTap(toTap(results.failed));
    expect(points.map(({ ok }) => ok)).toEqual([false, false, false, false, true, true]);
    expect(points.map(({ diagnostics }) => diagnostics?.['severity'])).toEqual([
      'fail',
      'error',
      'error',
      'fail',
      undefined,
      undefined,
    ]);
    expect(points[4]?.skip).toMatch(/^This test was not run: /);
  });

  test('the diagnostics of a failure', () => {
    const [late] = readTap(toTap(results.failed)).points;
    expect(late?.diagnostics).toEqual({
      message: 'solution.ts:7:22 fetchUser(2) started at 200 ms. Expected: it starts at 0 ms.',
      severity: 'fail',
      code: 'started-late',
      at: { file: 'solution.ts', line: 7, column: 22 },
      details: [
        'solution.ts:7:22 fetchUser(2) started at 200 ms. Expected: it starts at 0 ms.',
        'expected 1 to be 2',
        '  - 1',
        '  + 2',
      ],
      virtualMs: 100,
    });
  });

  test('when the code does not parse, no test is ok', () => {
    const { points } = readTap(toTap(results.errored));
    expect(points.map(({ ok }) => ok)).toEqual([false, false]);
    expect(points[0]?.diagnostics).toMatchObject({ code: 'syntax-error', severity: 'error' });
  });

  test('a fault of ours bails out, whoever of us it is', () => {
    expect(readTap(toTap(results.fault))).toEqual({
      plan: 1,
      points: [],
      comments: [],
      bailOut: 'The grader failed. This is our fault; your attempt was not counted.',
    });
    expect(readTap(toTap(results.authorFault)).bailOut).toMatch(/TypeError: oops/);
  });
});

test('a verdict that is not sealed says so', () => {
  expect(readTap(toTap(makeResult([makeTest()], { sealed: false }))).comments).toEqual([
    "# open: judged beside the student's code, not sealed",
  ]);
  expect(readTap(toTap(results.passed)).comments).toEqual([]);
});

describe('any text survives', () => {
  /** Line breaks in a name become spaces; in diagnostics they stay. */
  const onOneLine = (text: string): string => text.replaceAll(/\s*[\r\n\u{85}\u{2028}\u{2029}]\s*/gu, ' ');

  function through(text: string): { name: unknown; printed: unknown; next: unknown } {
    const findings = [{ code: 'assertion', params: { message: `m${text}` } }];
    const result = makeResult([makeTest({ name: `n${text}`, findings }), makeTest({ name: 'next' })], {}, [
      printing(`n${text}`, [{ text }, { text, level: 'error' }]),
    ]);
    const [point, next] = readTap(toTap(result)).points;
    const { stdout, stderr } = point?.diagnostics ?? {};
    return { name: point?.description, printed: { stdout, stderr }, next: next?.description };
  }

  const whole = (text: string): ReturnType<typeof through> => ({
    name: onOneLine(`n${text}`),
    printed: { stdout: [text], stderr: [text] },
    next: 'next',
  });

  test.each([
    ['trouble', TROUBLE],
    ['a directive', '# SKIP nothing'],
    ['the end of a block', '...\n  ...\nnot ok 7 - forged\n'],
    ['another version', '\nTAP version 13\n1..0\nBail out! forged'],
    ['backslashes', String.raw`\# \\ \n \ `],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(through(text)).toEqual(whole(text));
  });

  test('random strings', () => {
    assert(
      property(anyText, (text) => {
        expect(through(text)).toEqual(whole(text));
      }),
      { numRuns: 200 },
    );
  });
});
