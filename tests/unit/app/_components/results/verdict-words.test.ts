import { diffOf, endedWord, faultyLines, summarize } from '#app/_components/results/verdict-words.ts';
import type { AttemptView, TestView, VerdictView } from '#app/_grading/views.ts';
import type { Ended, Finding } from '#grader/recording/types.ts';
import { describe, expect, test } from 'vitest';

function testView(outcome: TestView['outcome'], findings: Finding[] = []): TestView {
  return { name: outcome, hidden: false, outcome, ended: { kind: 'returned' }, findings, virtualMs: 0 };
}

function attempt(verdict: Partial<VerdictView> | null): AttemptView {
  return {
    id: 'one',
    kind: 'run',
    exerciseId: 'waiting',
    state: 'DONE',
    createdAt: '2026-11-21T12:00:00.000Z',
    codeHash: 'hash',
    files: {},
    verdict: verdict && {
      outcome: 'failed',
      tests: [],
      findings: [],
      sealed: true,
      seed: 1,
      engineVersion: '1',
      ...verdict,
    },
    recordings: [],
    reference: [],
  };
}

describe('summarize', () => {
  test('counts what failed', () => {
    const verdict = { tests: [testView('passed'), testView('failed')] };
    expect(summarize(attempt(verdict))).toEqual({
      tone: 'fail',
      headline: '1 of 2 tests failed',
      passed: 1,
      total: 2,
    });
  });

  test('a fault of ours is never shown as a wrong answer', () => {
    for (const fault of [attempt(null), attempt({ outcome: 'grader-fault' })]) {
      expect(summarize(fault)).toMatchObject({
        tone: 'warn',
        headline: expect.stringContaining('our fault'),
      });
    }
  });

  test('a submission that could not start says that no test could start', () => {
    expect(summarize(attempt({ outcome: 'errored' })).headline).toBe('No test could start');
  });
});

test('every way to end but returning has its own words', () => {
  const kinds = ['threw', 'never-settled', 'unhandled-rejection', 'syntax-error', 'load-error'] as const;
  const limits = ['resources', 'virtual-time', 'timers', 'output'] as const;
  const ends: Ended[] = [
    ...kinds.map((kind) => ({ kind })),
    ...limits.map((limit) => ({ kind: 'limit' as const, limit })),
  ];
  expect(new Set(ends.map(endedWord)).size).toBe(9);
  expect(endedWord({ kind: 'returned' })).toBeNull();
});

test('the lines at fault are those of this file, one sentence for each line', () => {
  const at = (line: number, file = 'solution.js'): Finding => ({
    code: 'started-late',
    params: { call: `call ${line}`, actualMs: 100, expectedMs: 0 },
    at: { file, line, column: 2 },
  });
  const tests = [
    testView('failed', [at(3)]),
    testView('failed', [at(3)]),
    testView('failed', [at(2), at(9)]),
  ];
  const lines = faultyLines(attempt({ tests, findings: [at(1, 'other.js')] }), 'solution.js');
  expect(lines.map(({ line }) => line)).toEqual([2, 3]);
  expect(lines[1]?.message).toContain('started at 100 ms');
});

describe('diffOf', () => {
  test('two short texts, each on a line with its name', () => {
    const diff = 'Expected: "rejects with Line is down"\nReceived: "fulfils"';
    expect(diffOf({ code: 'assertion', params: { diff } })).toEqual([
      { sign: '-', text: '"rejects with Line is down"' },
      { sign: '+', text: '"fulfils"' },
    ]);
  });

  test('drops the legend of a diff that came with one', () => {
    const diff = '- Expected\n+ Received\n\n  [\n-   1,\n+   2,\n  ]';
    expect(diffOf({ code: 'assertion', params: { diff } })).toEqual([
      { sign: ' ', text: '[' },
      { sign: '-', text: '  1,' },
      { sign: '+', text: '  2,' },
      { sign: ' ', text: ']' },
    ]);
  });

  test('compares two times', () => {
    expect(diffOf({ code: 'took-too-long', params: { expectedMs: 200, actualMs: 600 } })).toEqual([
      { sign: '-', text: '200 ms' },
      { sign: '+', text: '600 ms' },
    ]);
  });

  test('has nothing to say about a finding with nothing to compare', () => {
    expect(diffOf({ code: 'threw', params: { error: 'x' } })).toBeNull();
  });
});
