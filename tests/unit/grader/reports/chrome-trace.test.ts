import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toChromeTrace } from '#grader/reports/chrome-trace.ts';
import { printTrace, type ChromeTrace, type TraceEvent } from '#grader/reports/trace-event.ts';
import type { Recording, Span } from '#grader/recording/types.ts';
import { makeRecording, parallel, sequential } from '#tests/fixtures/recordings.ts';
import { traceProblems } from '#tests/helpers/trace-rules.ts';

function read(recordings: Recording[], reference?: Recording[]): ChromeTrace {
  const trace = toChromeTrace(recordings, reference);
  expect(traceProblems(trace)).toEqual([]);
  expect(JSON.parse(printTrace(trace))).toEqual(trace);
  return trace;
}

function names({ traceEvents }: ChromeTrace, kind: 'process_name' | 'thread_name'): unknown[] {
  return traceEvents
    .filter(({ ph, name }) => ph === 'M' && name === kind)
    .map(({ args }) => Object.values(args)[0]);
}

function events(trace: ChromeTrace, phase: TraceEvent['ph'], cat?: string): TraceEvent[] {
  return trace.traceEvents.filter(
    (event) => event.ph === phase && (cat === undefined || ('cat' in event && event.cat === cat)),
  );
}

describe('processes and rows', () => {
  test('each test is a process, and the reference of it the next one', () => {
    const other = { ...sequential, test: 'another test' };
    expect(names(read([sequential, other], [other, parallel]), 'process_name')).toEqual([
      'a test',
      'a test (reference)',
      'another test',
      'another test (reference)',
    ]);
  });

  test('calls that overlap have rows of their own, calls that follow each other share one', () => {
    const call = { name: 'get', kind: 'call' } as const;
    const recording = makeRecording([
      { ...call, startMs: 0, endMs: 100, startSeq: 0, endSeq: 4 },
      { ...call, startMs: 50, endMs: 150, startSeq: 1, endSeq: 5 },
      { ...call, startMs: 100, endMs: 200, startSeq: 6, endSeq: 7 },
    ]);
    const trace = read([recording]);
    expect(names(trace, 'thread_name')).toEqual(['test', 'get', 'get 2']);
    const [first, second, third] = events(trace, 'X', 'call');
    expect(third?.tid).toBe(first?.tid);
    expect(second?.tid).not.toBe(first?.tid);
  });
});

describe('times', () => {
  test('are microseconds of virtual time', () => {
    const [user, orders] = events(read([sequential]), 'X', 'call');
    expect(user).toMatchObject({ name: 'getUser(7)', ts: 0, dur: 100_000, args: { at: 'solution.js:2:19' } });
    expect(orders).toMatchObject({ name: 'getOrders(7)', ts: 100_000, dur: 150_000 });
  });

  test('what nothing settled goes on to the last event', () => {
    const recording = makeRecording([
      { startMs: 0, endMs: null },
      { startMs: 30, endMs: 70 },
    ]);
    const [pending] = events(read([recording]), 'X', 'call');
    expect(pending).toMatchObject({ ts: 0, dur: 70_000, args: { outcome: 'pending' } });
  });
});

test('the counter follows the calls in flight', () => {
  const counts = events(read([parallel]), 'C').map((event) => ['ts' in event ? event.ts : -1, event.args]);
  expect(counts).toEqual([
    [0, { calls: 2 }],
    [100_000, { calls: 1 }],
    [150_000, { calls: 0 }],
  ]);
});

test('marks are instants on rows of their kind', () => {
  const recording = makeRecording(
    [],
    [
      { kind: 'console', virtualMs: 5, text: 'hello', level: 'log' },
      { kind: 'abort', virtualMs: 7, text: 'AbortError' },
      { kind: 'settled', virtualMs: 9, text: 'rejected' },
      { kind: 'console', virtualMs: 9, text: '', level: 'log' },
    ],
  );
  const trace = read([recording]);
  expect(events(trace, 'i').map((event) => [event.name, 'ts' in event ? event.ts : -1])).toEqual([
    ['hello', 5000],
    ['AbortError', 7000],
    ['console', 9000],
    ['rejected', 9000],
  ]);
  expect(names(trace, 'thread_name')).toEqual(['test', 'console', 'aborts', 'settled']);
});

test('an arrow leads from the cause to what it led to', () => {
  const recording = makeRecording([
    { id: 0, name: 'setTimeout', kind: 'timer', startMs: 0, endMs: 100, startSeq: 0, endSeq: 1 },
    { id: 1, startMs: 100, endMs: 200, startSeq: 2, endSeq: 3, initiator: 0 },
    { id: 2, startMs: 100, endMs: 300, startSeq: 4, endSeq: 5, initiator: 0 },
  ]);
  const trace = read([recording]);
  expect(events(trace, 's').map((event) => 'ts' in event && event.ts)).toEqual([99_999, 99_999]);
  expect(events(trace, 'f').map((event) => 'ts' in event && event.ts)).toEqual([100_000, 100_000]);
});

test('a recording that was cut says so on its process', () => {
  const cut = { ...sequential, timeline: { ...sequential.timeline, cut: { seq: 2000, limit: 2000 } } };
  expect(read([cut]).traceEvents).toContainEqual(
    expect.objectContaining({ ph: 'M', name: 'process_labels', args: { labels: 'cut after 2000 events' } }),
  );
});

/** Spans that start in order, end whenever they like or never, each led to by an earlier one or by none. */
const spans = fc
  .array(
    fc.record({
      name: fc.constantFrom('a', 'b', 'setTimeout'),
      afterMs: fc.constantFrom(0, 0, 1, 0.25, 40),
      lengthMs: fc.option(fc.constantFrom(0, 0, 0.001, 1, 30, 100)),
      initiator: fc.nat({ max: 40 }),
    }),
    { maxLength: 40 },
  )
  .map((drawn) => {
    let startMs = 0;
    return drawn.map(({ name, afterMs, lengthMs, initiator }, id): Partial<Span> => {
      startMs += afterMs;
      return {
        name,
        kind: name === 'setTimeout' ? 'timer' : 'call',
        startMs,
        endMs: lengthMs === null ? null : startMs + lengthMs,
        ...(initiator < id ? { initiator } : {}),
      };
    });
  });

/** Sequence numbers as the recorder gives them: in order of time, a start before the end of the same span. */
function numbered(drawn: Partial<Span>[]): Recording {
  const recording = makeRecording(drawn);
  const moments = recording.timeline.spans.flatMap((span) => [
    { atMs: span.startMs, rank: 0, set: (seq: number) => (span.startSeq = seq) },
    ...(span.endMs === null
      ? []
      : [{ atMs: span.endMs, rank: 1, set: (seq: number) => (span.endSeq = seq) }]),
  ]);
  moments.toSorted((a, b) => a.atMs - b.atMs || a.rank - b.rank).forEach(({ set }, seq) => set(seq));
  return recording;
}

test('no timeline breaks a rule of the format', () => {
  fc.assert(
    fc.property(spans, spans, (mine, theirs) => {
      expect(traceProblems(toChromeTrace([numbered(mine)], [numbered(theirs)]))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

describe('the rules notice', () => {
  const fine = toChromeTrace([sequential]);
  const changed = (change: (event: TraceEvent) => object): ChromeTrace => ({
    ...fine,
    traceEvents: fine.traceEvents.map((event) => ({ ...event, ...change(event) })),
  });
  test.each<[string, ChromeTrace, RegExp]>([
    [
      'a slice that is too long',
      changed((event) => (event.ph === 'X' ? { dur: 200_000, tid: 2 } : {})),
      /crosses/,
    ],
    [
      'a time that is no number',
      changed((event) => (event.ph === 'X' ? { ts: Number.NaN } : {})),
      /not whole/,
    ],
    [
      'an event without arguments',
      changed((event) => (event.ph === 'X' ? { args: undefined } : {})),
      /not whole/,
    ],
    ['a counter that stands still', changed((event) => (event.ph === 'C' ? { ts: 5 } : {})), /not later/],
    ['events that are out of order', { ...fine, traceEvents: fine.traceEvents.toReversed() }, /back in time/],
    [
      'a row without a name',
      { ...fine, traceEvents: fine.traceEvents.filter(({ name }) => name !== 'thread_name') },
      /no name/,
    ],
    [
      'an arrow into nothing',
      {
        ...fine,
        traceEvents: [
          ...fine.traceEvents,
          { ph: 's', id: 9, name: 'x', cat: 'y', ts: 900_000, pid: 1, tid: 2, args: {} },
        ],
      },
      /binds to 0 slices/,
    ],
  ])('%s', (_, trace, sentence) => {
    expect(traceProblems(trace).join('\n')).toMatch(sentence);
  });
});
