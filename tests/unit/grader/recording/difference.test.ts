import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstDifference, pairSpans } from '#grader/recording/difference.ts';
import { sentence } from '#grader/recording/sentences.ts';
import type { Encoded, Recording, Span } from '#grader/recording/types.ts';

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

  test('an error that came at another time is no result', () => {
    const threw = { ended: { kind: 'threw' }, outcome: { kind: 'threw', error: 'no' } } as const;
    const mine = { ...makeRecording(together, 250), ...threw };
    const finding = firstDifference(mine, { ...makeRecording(together, 100), ...threw });
    expect(finding && sentence(finding)).toBe('The error came at 250 ms. Expected: at 100 ms.');
  });

  test('of a call that is to be made twice, the second that is missing', () => {
    expect(say([{ startMs: 0 }], [{ startMs: 0 }, { startMs: 70 }])).toBe(
      'fetchUser(1) was called only 1 time. Expected: once more, at 70 ms.',
    );
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

describe('the odd ones', () => {
  test('a call with other arguments is one difference, not two', () => {
    const mine = [
      { arg: 1, startMs: 0 },
      { arg: 3, startMs: 0 },
    ];
    expect(say(mine, together)).toBe('fetchUser(3) was called at 0 ms on line 2. Expected: fetchUser(2).');
    expect(pairSpans(makeRecording(mine), makeRecording(together))).toHaveLength(2);
  });

  test('the earliest difference is named, also when a later call is late', () => {
    const mine = [
      { arg: 1, startMs: 0 },
      { name: 'log', startMs: 10 },
      { arg: 2, startMs: 200 },
    ];
    const reference = [
      { arg: 1, startMs: 0 },
      { arg: 2, startMs: 100 },
    ];
    expect(say(mine, reference)).toContain('log(1) was called at 10 ms');
  });

  test('a call that ends otherwise differs when it ends, not when it starts', () => {
    const mine: Call[] = [
      { arg: 1, startMs: 0, endMs: 300, outcome: 'rejected' },
      { arg: 2, startMs: 150 },
    ];
    const reference = [
      { arg: 1, startMs: 0, endMs: 300 },
      { arg: 2, startMs: 100 },
    ];
    expect(say(mine, reference)).toContain('fetchUser(2) started at 150 ms');
  });

  test('names of functions and lines of errors among the arguments are no difference', () => {
    const withArg = (arg: Span['args'][number]): Recording => {
      const recording = makeRecording([{ startMs: 0 }]);
      return {
        ...recording,
        timeline: {
          ...recording.timeline,
          spans: recording.timeline.spans.map((span) => ({ ...span, args: [arg] })),
        },
      };
    };
    const error = (line: number): Encoded =>
      ({
        t: 'error',
        id: 0,
        name: 'Error',
        message: 'x',
        entries: [],
        at: { file: 'solution.js', line, column: 1 },
      }) as const;
    expect(
      firstDifference(withArg({ t: 'function', v: 'mine' }), withArg({ t: 'function', v: 'theirs' })),
    ).toBeNull();
    expect(firstDifference(withArg(error(3)), withArg(error(9)))).toBeNull();
    expect(firstDifference(withArg(1), withArg('1'))?.code).toBe('other-arguments');
  });

  test('what a recording that was cut lacks is no difference', () => {
    const whole = makeRecording(together);
    const cut = {
      ...makeRecording([{ startMs: 0 }]),
      timeline: { ...makeRecording([{ startMs: 0 }]).timeline, cut: { seq: 3, limit: 1 } },
    };
    expect(firstDifference(cut, whole)).toBeNull();
    expect(firstDifference(whole, cut)).toBeNull();
  });

  test('an error where the reference has a result', () => {
    const threw: Recording = { ...makeRecording(together), outcome: { kind: 'threw', error: 'x' } };
    const finding = firstDifference(threw, makeRecording(together));
    expect(finding === null ? null : sentence(finding)).toBe(
      'At 100 ms there was an error. Expected: a result, at 100 ms.',
    );
  });

  test('a line printed at another time, where the reference prints', () => {
    const mine = withLines(makeRecording(together), [
      ['a', 0],
      ['b', 50],
    ]);
    const reference = withLines(makeRecording(together), [
      ['a', 0],
      ['b', 40],
    ]);
    const finding = firstDifference(mine, reference);
    expect(finding === null ? null : sentence(finding)).toBe(
      'Line 2 of the output, b, was printed at 50 ms on line 2. Expected: at 40 ms.',
    );
    expect(firstDifference(mine, makeRecording(together))).toBeNull();
  });
});

function withLines(recording: Recording, lines: [string, number][]): Recording {
  const marks = lines.map(([text, virtualMs], index): Recording['timeline']['marks'][number] => ({
    kind: 'console',
    text,
    virtualMs,
    seq: 1000 + index,
    level: 'log',
    at: { file: 'solution.js', line: index + 1, column: 1 },
  }));
  return { ...recording, timeline: { ...recording.timeline, marks } };
}

describe('of any recordings', () => {
  const someCalls = fc.array(
    fc.record({
      name: fc.constantFrom('fetchUser', 'save'),
      arg: fc.integer({ min: 0, max: 3 }),
      startMs: fc.integer({ min: 0, max: 300 }),
      outcome: fc.constantFrom<Span['outcome']>('fulfilled', 'rejected', 'cancelled'),
    }),
    { maxLength: 12 },
  );
  const someLines = fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.integer({ min: 0, max: 300 })), {
    maxLength: 6,
  });
  const someRecording = fc
    .tuple(someCalls, someLines)
    .map(([made, lines]) => withLines(makeRecording(made), lines));

  test('none differs from itself', () => {
    fc.assert(
      fc.property(someRecording, (recording) => {
        expect(firstDifference(recording, structuredClone(recording))).toBeNull();
      }),
    );
  });

  test('a call that one of two has more is found, from either side', () => {
    fc.assert(
      fc.property(someCalls, fc.nat(12), fc.integer({ min: 0, max: 300 }), (made, place, startMs) => {
        const inserted: Call = { name: 'inserted', arg: 7, startMs };
        const more = makeRecording((made as Call[]).toSpliced(Math.min(place, made.length), 0, inserted));
        const less = makeRecording(made);
        expect(firstDifference(more, less)).toMatchObject({
          code: 'extra-call',
          params: { call: 'inserted(7)', atMs: startMs },
        });
        expect(firstDifference(less, more)).toMatchObject({
          code: 'missing-call',
          params: { call: 'inserted(7)', expectedMs: startMs },
        });
      }),
    );
  });

  test('a call that starts later is found as late, from the other side as early', () => {
    fc.assert(
      fc.property(someCalls, fc.integer({ min: 1, max: 50 }), (made, laterMs) => {
        const single = { name: 'single', arg: 1, startMs: 10 };
        const late = makeRecording([...made, { ...single, startMs: 10 + laterMs }]);
        const early = makeRecording([...made, single]);
        expect(firstDifference(late, early)).toMatchObject({
          code: 'started-late',
          params: { call: 'single(1)' },
        });
        expect(firstDifference(early, late)).toMatchObject({
          code: 'started-early',
          params: { call: 'single(1)' },
        });
      }),
    );
  });

  test('a line that is changed is found by its number', () => {
    fc.assert(
      fc.property(
        someCalls,
        fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 6 }),
        fc.nat(5),
        (made, texts, place) => {
          const index = place % texts.length;
          const lines = texts.map((text): [string, number] => [text, 5]);
          const changed = lines.with(index, ['changed', 5]);
          const finding = firstDifference(
            withLines(makeRecording(made), changed),
            withLines(makeRecording(made), lines),
          );
          expect(finding).toMatchObject({
            code: 'printed-differently',
            params: { number: index + 1, actual: 'changed' },
          });
        },
      ),
    );
  });

  test('every difference has a sentence that tells it', () => {
    fc.assert(
      fc.property(someRecording, someRecording, (one, other) => {
        const finding = firstDifference(one, other);
        const text = finding === null ? '' : sentence(finding);
        expect(text).not.toMatch(/undefined|null|\{/);
      }),
    );
  });
});
