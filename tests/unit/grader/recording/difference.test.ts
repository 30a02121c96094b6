import { describe, expect, test } from 'vitest';
import { firstDifference, pairSpans } from '#grader/recording/difference.ts';
import { sentence } from '#grader/recording/sentences.ts';
import type { Recording, Span } from '#grader/recording/types.ts';

type Call = { name?: string; arg?: number; startMs: number; endMs?: number; outcome?: Span['outcome'] };

function toSpan(call: Call, id: number): Span {
  const { name = 'fetchUser', arg = 1, startMs, endMs = startMs + 100, outcome = 'fulfilled' } = call;
  const at = { file: 'solution.js', line: id + 1, column: 1 };
  const seq = { startSeq: 2 * id + 1, endSeq: 2 * id + 2 };
  return { id, kind: 'call', name, args: [arg], startMs, endMs, ...seq, outcome, at, inFlight: 1 };
}

function makeRecording(calls: Call[], virtualMs = 100): Recording {
  return {
    test: 't',
    ended: { kind: 'returned' },
    outcome: { kind: 'returned', value: null },
    timeline: { spans: calls.map(toSpan), marks: [] },
    leftBehind: [],
    pendingWaits: [],
    virtualMs,
    maximumInFlight: 1,
    longestBlockMs: 0,
    instrumented: true,
  };
}

function say(mine: Call[], reference: Call[]): string | null {
  const finding = firstDifference(makeRecording(mine), makeRecording(reference));
  return finding === null ? null : sentence(finding);
}

const together = [
  { arg: 1, startMs: 0 },
  { arg: 2, startMs: 0 },
];

describe('the first difference', () => {
  test('equal recordings have none, in whatever order the calls were made', () => {
    expect(say(together, together)).toBeNull();
    expect(say(together.toReversed(), together)).toBeNull();
  });

  test('a late call is named with both times', () => {
    expect(say([{ startMs: 0 }, { arg: 2, startMs: 100 }], together)).toBe(
      'fetchUser(2) started at 100 ms. Expected: it starts at 0 ms.',
    );
  });

  test('a late call is named before calls that are missing or extra', () => {
    const mine = [
      { name: 'log', startMs: 0 },
      { arg: 2, startMs: 50 },
    ];
    expect(say(mine, together)).toContain('fetchUser(2) started at 50 ms');
  });

  test('a call that is missing, one too many and one too early', () => {
    expect(say([{ startMs: 0 }], together)).toContain('fetchUser(2) was never called');
    expect(say([...together, { arg: 2, startMs: 0 }], together)).toContain('which the task does not need');
    expect(say([{ startMs: 0 }], [{ startMs: 10 }])).toContain('too early');
  });

  test('a call that settled otherwise', () => {
    expect(say([{ startMs: 0, outcome: 'rejected' }], [{ startMs: 0 }])).toBe(
      'fetchUser(1) was rejected at 100 ms. Expected: it was fulfilled at 100 ms.',
    );
  });

  test('only the end differs', () => {
    const finding = firstDifference(makeRecording(together, 250), makeRecording(together, 100));
    expect(finding).toEqual({ code: 'ended-at', params: { actualMs: 250, expectedMs: 100 } });
  });
});

test('calls are paired by name, arguments and occurrence', () => {
  const twice = [{ startMs: 0 }, { startMs: 100 }];
  const pairs = pairSpans(makeRecording(twice), makeRecording(twice));
  expect(pairs.map(({ mine, reference }) => [mine?.startMs, reference?.startMs])).toEqual([
    [0, 0],
    [100, 100],
  ]);
});
