import { describe, expect, test } from 'vitest';
import { toErroredVerdict, toFaultVerdict, toTestVerdict, toVerdict } from '#grader/judge/verdict.ts';
import type { Finding, Recording, TestVerdict } from '#grader/recording/types.ts';
import { verdictSchema } from '#grader/reports/schemas.ts';
import { lostRecording } from '#grader/worker/guest-report.ts';

const context = {
  exercise: { id: 'adder', contentHash: 'abc' },
  engineVersion: '1',
  seed: 7,
  sealed: true,
};
const tests = [
  { name: 'one', hidden: false },
  { name: 'two', hidden: true },
];

function recording(startMs: number, ended: Recording['ended'] = { kind: 'returned' }): Recording {
  const seq = { startSeq: 1, endSeq: 2 };
  const base = { id: 0, kind: 'call', name: 'add', args: [1], startMs, endMs: startMs, ...seq } as const;
  const span = { ...base, args: [1] };
  return {
    ...lostRecording('one', 'resources'),
    ended,
    outcome: { kind: 'returned', value: 1 },
    timeline: { spans: [{ ...span, outcome: 'fulfilled', inFlight: 1 }], marks: [] },
    virtualMs: startMs,
  };
}

function verdictOf(outcomes: TestVerdict['outcome'][], findings: Finding[] = []) {
  return toVerdict(
    outcomes.map((outcome, index) => ({
      name: `${index}`,
      hidden: false,
      outcome,
      ended: { kind: 'returned' },
      findings,
      virtualMs: 0,
    })),
    context,
  );
}

describe('of a submission', () => {
  test('it passes when every test passed, and only then', () => {
    expect(verdictOf(['passed', 'passed']).outcome).toBe('passed');
    expect(verdictOf(['passed', 'failed']).outcome).toBe('failed');
    expect(verdictOf(['passed', 'not-run']).outcome).toBe('failed');
  });

  test("an expectation that could not run is the exercise's fault, not the student's", () => {
    const finding = { code: 'expectation-failed-to-run', params: { error: 'x' } };
    expect(verdictOf(['failed'], [finding]).outcome).toBe('grader-fault');
  });

  test('in error, no test was run and the finding says why', () => {
    const at = { file: 'solution.js', line: 2, column: 3 };
    const verdict = toErroredVerdict(tests, { code: 'syntax-error', params: { error: 'x' }, at }, context);
    expect(verdict).toMatchObject({ outcome: 'errored', findings: [{ code: 'syntax-error', at }] });
    expect(verdict.tests).toMatchObject([
      { name: 'one', hidden: false, outcome: 'not-run', ended: { kind: 'syntax-error', at } },
      { name: 'two', hidden: true, outcome: 'not-run' },
    ]);
    expect(verdictSchema.parse(verdict)).toEqual(verdict);
  });

  test('a fault of ours is none of the student', () => {
    const verdict = toFaultVerdict(tests, 'stack', context);
    expect(verdict.outcome).toBe('grader-fault');
    expect(verdict.tests.map(({ outcome, ended }) => [outcome, ended.kind])).toEqual([
      ['not-run', 'load-error'],
      ['not-run', 'load-error'],
    ]);
  });
});

describe('of a test', () => {
  const test1 = { name: 'one', hidden: false };
  const assertion = { code: 'assertion', params: { message: 'x' } };

  test('a failed one also tells its first difference from the reference', () => {
    const judged = {
      ...test1,
      recording: recording(50),
      judgement: { outcome: 'failed' as const, findings: [assertion] },
    };
    const { findings } = toTestVerdict(judged, recording(0));
    expect(findings.map(({ code }) => code)).toEqual(['assertion', 'started-late']);
  });

  test.each(['not-together', 'started-late'])('the same fact is not said twice: %s', (code) => {
    const params = { call: 'add(1)', actualMs: 50, expectedMs: 0 };
    const judged = {
      ...test1,
      recording: recording(50),
      judgement: { outcome: 'failed' as const, findings: [{ code, params }] },
    };
    const { findings } = toTestVerdict(judged, recording(0));
    expect(findings.map((finding) => finding.code)).toEqual(['started-late']);
  });

  /** The codes of a failed test with this finding, whose recording leaves the reference's at its end alone. */
  function codesBeside(
    finding: Finding,
    mine: Partial<Recording>,
    reference: Partial<Recording> = {},
  ): string[] {
    const judgement = { outcome: 'failed' as const, findings: [finding] };
    const judged = { ...test1, recording: { ...recording(0), ...mine }, judgement };
    return toTestVerdict(judged, { ...recording(0), ...reference }).findings.map(({ code }) => code);
  }

  test('when it ended is not said again beside how long it took', () => {
    const params = { actualMs: 50, expectedMs: 0 };
    for (const code of ['took-too-long', 'took-too-short'])
      expect(codesBeside({ code, params }, { virtualMs: 50 })).toEqual([code]);
    expect(codesBeside(assertion, { virtualMs: 50 })).toEqual(['assertion', 'ended-at']);
    const other = { code: 'took-too-long', params: { actualMs: 50, expectedMs: 10 } };
    expect(codesBeside(other, { virtualMs: 50 })).toEqual(['took-too-long', 'ended-at']);
  });

  test('that there was a result is not said again beside the error that was expected, but for another time', () => {
    const finding = { code: 'not-rejected', params: { actual: '1', expected: '"no"' } };
    const threw = { ended: { kind: 'threw' }, outcome: { kind: 'threw', error: 'no' } } as const;
    expect(codesBeside(finding, {}, threw)).toEqual(['not-rejected']);
    expect(codesBeside(finding, { virtualMs: 50 }, threw)).toEqual(['not-rejected', 'ended-differently']);
  });

  test('a passed one, and one that was stopped, tell no difference', () => {
    const passed = { outcome: 'passed' as const, findings: [] };
    expect(
      toTestVerdict({ ...test1, recording: recording(50), judgement: passed }, recording(0)).findings,
    ).toEqual([]);
    const failed = { outcome: 'failed' as const, findings: [assertion] };
    const stopped = recording(50, { kind: 'never-settled' });
    expect(toTestVerdict({ ...test1, recording: stopped, judgement: failed }, recording(0)).findings).toEqual(
      [assertion],
    );
  });

  test('one that was not run says so', () => {
    expect(toTestVerdict(test1, undefined)).toMatchObject({
      outcome: 'not-run',
      findings: [{ code: 'not-run' }],
    });
  });
});
