import { describe, expect, test } from 'vitest';
import { judgeOpen, readSpecReport } from '#grader/open/judge-open.ts';
import type { SpecReport } from '#grader/open/guest.ts';
import { prepareProgram } from '#grader/worker/program.ts';
import type { Recording } from '#grader/recording/types.ts';
import { lostRecording } from '#grader/worker/guest-report.ts';

const report: SpecReport = {
  outcome: 'passed',
  failures: [],
  isHeld: false,
  began: { spans: 0, marks: 0, virtualMs: 0 },
};
const prepared = prepareProgram({ 'solution.js': '' });
if (!prepared.ok) throw new Error('an empty file is a program');
const places = { program: prepared.program, specFiles: ['a.spec.js'] };
const recording: Recording = { ...lostRecording('a', 'resources'), ended: { kind: 'returned' } };
const failure = { kind: 'assertion', message: 'no', stack: '' } as const;

test('a report of another shape or size is none', () => {
  expect(readSpecReport(JSON.stringify(report))).toEqual(report);
  for (const text of ['', 'null', '{"outcome":"passed"}', JSON.stringify({ ...report, more: 1 })]) {
    expect(readSpecReport(text)).toBeNull();
  }
  const long = { ...report, failures: [{ ...failure, message: 'x'.repeat(300_000) }] };
  expect(readSpecReport(JSON.stringify(long))).toBeNull();
});

describe('a test passes', () => {
  test('when its report says so and the run ended by itself', () => {
    expect(judgeOpen(recording, report, places)).toEqual({ outcome: 'passed', findings: [] });
  });

  test.each([
    ['there is no report', recording, null, 'open-test-lost'],
    ['it never ended', recording, { ...report, outcome: 'pending' as const }, 'open-test-lost'],
    ['the spec has no such test', recording, { ...report, outcome: 'missing' as const }, 'open-test-missing'],
    ['a limit was reached', lostRecording('a', 'timers'), report, 'limit-timers'],
    [
      'something threw beside it',
      { ...recording, ended: { kind: 'threw' as const }, outcome: { kind: 'threw' as const, error: 'x' } },
      report,
      'threw',
    ],
  ])('not when %s', (_, given, told, code) => {
    expect(judgeOpen(given, told, places)).toMatchObject({ outcome: 'failed', findings: [{ code }] });
  });
});

test('places come from the stack: of the student first, and of the spec', () => {
  const stack = 'Error: no\n    at f (solution.js:3:7)\n    at a.spec.js:12:5\n    at other.js:1:1';
  const told = { ...report, outcome: 'failed' as const, failures: [{ ...failure, stack }] };
  expect(judgeOpen(recording, told, places).findings).toEqual([
    {
      code: 'assertion',
      params: { message: 'no', spec: 'a.spec.js:12' },
      at: { file: 'solution.js', line: 3, column: 7 },
    },
  ]);
});
