import { describe, expect, test } from 'vitest';
import { gradeResultSchema, recordingSchema, usageSchema } from '#grader/reports/schemas.ts';
import { lostRecording } from '#grader/worker/guest-report.ts';
import { fromChildSchema } from '#grader/worker/messages.ts';

const recording = lostRecording('one', 'timers');

test('a recording passes unchanged', () => {
  expect(recordingSchema.parse(recording)).toEqual(recording);
});

describe('refused', () => {
  test.each([
    ['an unknown field', { ...recording, extra: 1 }],
    ['another end', { ...recording, ended: { kind: 'passed' } }],
    ['a value that was not encoded', { ...recording, outcome: { kind: 'returned', value: { a: 1 } } }],
    ['a time that is no number', { ...recording, virtualMs: null }],
    [
      'a position on line 0',
      { ...recording, ended: { kind: 'threw', at: { file: 'x', line: 0, column: 1 } } },
    ],
  ])('a recording with %s', (_, value) => {
    expect(recordingSchema.safeParse(value).success).toBe(false);
  });

  test.each([
    ['of no kind', {}],
    ['of an unknown kind', { type: 'passed', jobId: 'x' }],
    ['with a verdict of its own', { type: 'done', jobId: 'x', isolateMs: 1, verdict: 'passed' }],
    ['with an endless job id', { type: 'done', jobId: 'x'.repeat(41), isolateMs: 1 }],
    ['that nests for ever', { type: 'fault', jobId: 'x', message: [[[[]]]] }],
  ])('a message %s', (_, value) => {
    expect(fromChildSchema.safeParse(value).success).toBe(false);
  });

  test('a usage without times, and a result without a verdict', () => {
    expect(usageSchema.safeParse({}).success).toBe(false);
    expect(gradeResultSchema.safeParse({ recordings: [], usage: {} }).success).toBe(false);
  });
});
