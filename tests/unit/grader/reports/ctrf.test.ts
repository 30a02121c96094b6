import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { ctrfReportSchema, toCtrf, type CtrfReport } from '#grader/reports/ctrf.ts';
import type { GradeResult } from '#grader/recording/types.ts';
import { ctrfSchema } from '#tests/fixtures/ctrf-schema.ts';
import {
  makeResult,
  makeTest,
  printing,
  results,
  startedAt,
  timing,
  TROUBLE,
} from '#tests/fixtures/grade-results.ts';

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
addFormats(ajv);
const validate = ajv.compile(ctrfSchema);

/** By the rules of the format, by our own shape, and after a way through text. */
function read(result: GradeResult): CtrfReport {
  const report: unknown = JSON.parse(JSON.stringify(toCtrf(result, timing)));
  validate(report);
  expect(validate.errors).toBeNull();
  return ctrfReportSchema.parse(report);
}

describe('what stands where', () => {
  test.each<[keyof typeof results, string[]]>([
    ['passed', ['passed', 'passed']],
    ['failed', ['failed', 'failed', 'failed', 'failed', 'skipped', 'passed']],
    ['errored', ['failed', 'failed']],
    ['fault', ['other']],
    ['authorFault', ['failed', 'other']],
  ])('the statuses of a grading that is %s, and their sums', (name, statuses) => {
    const { summary, tests } = read(results[name]).results;
    expect(tests.map(({ status }) => status)).toEqual(statuses);
    expect(summary.tests).toBe(statuses.length);
    expect(summary.passed + summary.failed + summary.skipped + summary.pending + summary.other).toBe(
      summary.tests,
    );
    for (const status of statuses) {
      expect(summary[status as 'passed']).toBe(statuses.filter((one) => one === status).length);
    }
  });

  test('times are real, whole milliseconds; virtual ones are extra', () => {
    const { summary, tests } = read(results.failed).results;
    const start = startedAt.getTime();
    expect(summary).toMatchObject({ start, stop: start + 12, duration: 12 });
    expect(tests[0]).toMatchObject({
      duration: 11,
      extra: { virtualMs: 100, findings: ['started-late', 'assertion'] },
    });
  });

  test('the time stamp is that of the end', () => {
    expect(read(results.passed).timestamp).toBe('2026-05-04T03:02:01.012Z');
  });

  test('a failure has its first sentence, all of them, and the file', () => {
    expect(read(results.failed).results.tests[0]).toMatchObject({
      message: 'solution.ts:7:22 fetchUser(2) started at 200 ms. Expected: it starts at 0 ms.',
      trace: expect.stringContaining('expected 1 to be 2\n  - 1\n  + 2'),
      filePath: 'solution.ts',
      rawStatus: 'failed',
    });
  });

  test('hidden tests are tagged', () => {
    expect(read(results.passed).results.tests.map(({ tags }) => tags)).toEqual([undefined, ['hidden']]);
  });

  test('console lines by stream, whatever is in them', () => {
    const recording = printing('a test', [{ text: TROUBLE }, { text: 'two', level: 'warn' }]);
    const [only] = read(makeResult([makeTest()], {}, [recording])).results.tests;
    expect(only).toMatchObject({ stdout: [TROUBLE], stderr: ['two'] });
  });
});

describe('the rules of the format refuse', () => {
  const fine = toCtrf(results.failed, timing);
  const withTest = (fields: object): object => ({
    ...fine,
    results: { ...fine.results, tests: [{ ...fine.results.tests[0], ...fields }] },
  });
  test.each<[string, object]>([
    ['another format', { ...fine, reportFormat: 'ctrf' }],
    ['a version of two parts', { ...fine, specVersion: '1.0' }],
    ['a time stamp without a time', { ...fine, timestamp: '2026-05-04' }],
    ['an unknown field', { ...fine, verdict: {} }],
    ['a status of its own', withTest({ status: 'errored' })],
    ['a part of a millisecond', withTest({ duration: 0.5 })],
    ['an empty name', withTest({ name: '' })],
    ['an empty suite', withTest({ suite: [] })],
    ['a field that a test does not have', withTest({ virtualMs: 1 })],
  ])('%s', (_, report) => {
    expect(validate(report)).toBe(false);
  });
});
