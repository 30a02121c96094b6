import { expect, test } from 'vitest';
import { leftBehindFindings } from '#grader/recording/findings.ts';
import { sentence } from '#grader/recording/sentences.ts';
import type { LeftBehind, Recording } from '#grader/recording/types.ts';
import { lostRecording } from '#grader/worker/guest-report.ts';

const at = { file: 'solution.js', line: 4, column: 3 };
const leftBehind: LeftBehind[] = [
  { kind: 'timer', name: 'setTimeout', at, dueMs: 50 },
  { kind: 'interval', name: 'setInterval', at, dueMs: 20 },
  { kind: 'call', name: 'save', at },
];

function said(ended: 'returned' | 'threw'): string[] {
  const recording: Recording = { ...lostRecording('one', 'resources'), ended: { kind: ended }, leftBehind };
  return leftBehindFindings(recording).map(sentence);
}

test('what was still under way when there was a result', () => {
  expect(said('returned')).toEqual([
    'A setTimeout on line 4 was still waiting when the result was there; it was due at 50 ms. Clear it.',
    'A setInterval on line 4 was still running when the result was there. Clear it.',
    'save, started on line 4, was still in flight when the result was there.',
  ]);
});

test('a run that ended with an error had no result', () => {
  expect(said('threw')).toEqual(
    said('returned').map((text) => text.replace('the result was there', 'the error came')),
  );
});
