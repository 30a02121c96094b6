import { describe, expect, test } from 'vitest';
import { exercismResultsSchema, toExercism, type ExercismResults } from '#grader/reports/exercism.ts';
import type { GradeResult } from '#grader/recording/types.ts';
import { makeResult, makeTest, printing, results } from '#tests/fixtures/grade-results.ts';

const exercise = {
  scenarios: `export default { one: { run: (lab) => lab.solution.one() }, two: { hidden: true, run() { return 2; } } };`,
  expectations: `export default { one: ({ expect, result }) => expect(result).toBe(1), two() {} };`,
};

function read(result: GradeResult): ExercismResults {
  return exercismResultsSchema.parse(JSON.parse(JSON.stringify(toExercism(result, exercise))));
}

describe('status', () => {
  test.each<[keyof typeof results, ExercismResults['status'], string[]]>([
    ['passed', 'pass', ['pass', 'pass']],
    ['failed', 'fail', ['fail', 'error', 'error', 'fail', 'error', 'pass']],
    ['errored', 'error', []],
    ['fault', 'error', []],
    ['authorFault', 'error', []],
  ])('%s', (name, status, tests) => {
    const report = read(results[name]);
    expect({ status: report.status, tests: report.tests.map((one) => one.status) }).toEqual({
      status,
      tests,
    });
  });

  test('an error has a message with its line, the others have none', () => {
    expect(read(results.errored).message).toBe(
      'solution.js:2:14 The code does not parse on line 2: Unexpected token.',
    );
    expect(read(results.fault).message).toBe(
      'The grader failed. This is our fault; your attempt was not counted.',
    );
    expect(read(results.authorFault).message).toContain("The exercise's own check failed to run");
    expect(read(results.failed).message).toBeNull();
  });
});

test('a failed test says all that was found; a passed one says nothing', () => {
  const { tests } = read(results.failed);
  expect(tests[0]?.message).toBe(
    'solution.ts:7:22 fetchUser(2) started at 200 ms. Expected: it starts at 0 ms.\nexpected 1 to be 2\n  - 1\n  + 2',
  );
  expect(tests.at(-1)).toEqual({ name: 'fine', status: 'pass', message: null, output: null });
});

test('the source of a test is there, but for hidden ones', () => {
  const [one, two] = read(results.passed).tests;
  expect(one?.test_code).toBe('// scenario\nlab.solution.one()\n\n// expectation\nexpect(result).toBe(1)');
  expect(two).not.toHaveProperty('test_code');
});

describe('output', () => {
  const outputOf = (...lines: string[]): string | null | undefined =>
    read(
      makeResult([makeTest()], {}, [
        printing(
          'a test',
          lines.map((text) => ({ text })),
        ),
      ]),
    ).tests[0]?.output;

  test('is what was printed, errors included, in order', () => {
    expect(outputOf('one', 'two')).toBe('one\ntwo');
  });

  test('of 500 characters is whole', () => {
    expect(outputOf('x'.repeat(500))).toBe('x'.repeat(500));
  });

  test('of more is cut to 500 and says so', () => {
    const output = outputOf('x'.repeat(501));
    expect(output).toHaveLength(500);
    expect(output).toMatch(/^x+\nOutput was truncated\. Please limit to 500 chars$/);
  });

  test('is not cut through a character', () => {
    const [kept] = outputOf(`${'x'.repeat(450)}${'\u{1f600}'.repeat(100)}`)?.split('\n') ?? [];
    expect(kept?.isWellFormed()).toBe(true);
  });
});

describe('the field list refuses', () => {
  const fine = read(results.passed);
  test.each([
    ['an error without a message', { ...fine, status: 'error' }],
    ['a message without an error', { ...fine, message: 'x' }],
    ['another version', { ...fine, version: 2 }],
    ['an unknown field', { ...fine, score: 1 }],
    ['a test without a name', { ...fine, tests: [{ ...fine.tests[0], name: undefined }] }],
    ['501 characters of output', { ...fine, tests: [{ ...fine.tests[0], output: 'x'.repeat(501) }] }],
    ['two tasks of one test', { ...fine, tests: [{ ...fine.tests[0], task_id: [1, 2] }] }],
  ])('%s', (_, value) => {
    expect(exercismResultsSchema.safeParse(value).success).toBe(false);
  });
});
