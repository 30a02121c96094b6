import { describe, expect, test } from 'vitest';
import { toAttemptView, type AttemptRow } from '#app/_grading/view.ts';
import type { Recording, TestVerdict } from '#grader/recording/types.ts';

const at = { file: 'solution.js', line: 7, column: 3 };

const recording = (name: string): Recording => ({
  test: name,
  ended: { kind: 'threw', at },
  outcome: { kind: 'none' },
  timeline: { spans: [], marks: [{ kind: 'console', virtualMs: 0, seq: 0, text: 'hello', at }] },
  leftBehind: [{ kind: 'timer', name: 'setTimeout', at }],
  pendingWaits: [{ awaitedAt: at }],
  virtualMs: 0,
  maximumInFlight: 0,
  longestBlockMs: 0,
  instrumented: true,
});

const verdictOf = (name: string, hidden: boolean): TestVerdict => ({
  name,
  hidden,
  outcome: 'failed',
  ended: { kind: 'returned' },
  findings: [{ code: 'differs', params: { expected: `secret of ${name}` } }],
  virtualMs: 1,
});

const row: AttemptRow = {
  id: 'id',
  kind: 'submission',
  number: 3,
  exerciseId: 'adder',
  state: 'DONE',
  createdAt: new Date('2030-01-01T00:00:00Z'),
  codeHash: 'hash',
  files: { 'solution.js': '' },
  verdict: {
    outcome: 'failed',
    tests: [verdictOf('a', false), verdictOf('b', true), verdictOf('c', false), verdictOf('d', true)],
    findings: [],
    sealed: true,
    exercise: { id: 'adder', contentHash: 'content' },
    engineVersion: '1',
    seed: 1,
  },
  recordings: ['a', 'b', 'c', 'd'].map(recording),
  reference: ['a', 'b', 'c', 'd'].map(recording),
};

describe('an attempt as its student sees it', () => {
  const view = toAttemptView(row, 'owner');

  test('numbers the hidden tests and says nothing else of them', () => {
    expect(view.verdict?.tests.map(({ name }) => name)).toEqual(['a', 'Hidden test 1', 'c', 'Hidden test 2']);
    const text = JSON.stringify(view);
    expect(text).not.toContain('secret of b');
    expect(text).toContain('secret of a');
    expect(view.recordings.map((one) => one.test)).toEqual(['a', 'c']);
  });

  test('has the reference of the visible tests, without lines of its source', () => {
    expect(view.reference.map((one) => one.test)).toEqual(['a', 'c']);
    expect(JSON.stringify(view.reference)).not.toContain('"line"');
    expect(JSON.stringify(view.recordings)).toContain('"line"');
  });

  test('has no reference of a test with many right answers', () => {
    const reference = row.reference.map((one) =>
      one.test === 'a' ? { ...one, manyAnswers: true as const } : one,
    );
    expect(toAttemptView({ ...row, reference }, 'owner').reference.map((one) => one.test)).toEqual(['c']);
  });

  test('leaves the row as it was', () => {
    expect(row.reference[0]?.ended).toEqual({ kind: 'threw', at });
  });
});

test('an instructor sees all tests with all recordings', () => {
  const view = toAttemptView(row, 'instructor');
  expect(view.verdict?.tests.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
  expect(view.recordings).toHaveLength(4);
  expect(view.reference).toHaveLength(4);
});

test('an attempt without a verdict has its state and its code', () => {
  const waiting = toAttemptView(
    { ...row, state: 'QUEUED', verdict: null, recordings: [], reference: [] },
    'owner',
  );
  expect(waiting).toMatchObject({ state: 'QUEUED', verdict: null, createdAt: '2030-01-01T00:00:00.000Z' });
});
