import { layoutTimeline } from '#grader/recording/layout.ts';
import { momentsOf, makeScale } from '#grader/recording/scale.ts';
import { MINIMUM_WIDTH } from '#grader/recording/span-rows.ts';
import { makeRecording, parallel, sequential } from '#tests/fixtures/recordings.ts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('the time axis', () => {
  test('a call is as wide as its share of virtual time', () => {
    const [user, orders] = layoutTimeline(sequential, parallel, 'time').rows;
    expect(user?.mine).toMatchObject({ x: 0, width: 0.4 });
    expect(orders?.mine).toMatchObject({ x: 0.4, width: expect.closeTo(0.6) });
    expect(orders?.expected).toMatchObject({ x: 0, width: expect.closeTo(0.6) });
  });

  test('a wait of ten seconds is cut short and marked, and every bar stays wide enough to see', () => {
    const layout = layoutTimeline(
      makeRecording([
        { startMs: 0, endMs: 10 },
        { startMs: 10_010, endMs: 10_020 },
        { startMs: 10_020, endMs: 10_021 },
      ]),
      null,
      'time',
    );
    expect(layout.breaks).toHaveLength(1);
    expect(layout.breaks[0]?.waitedMs).toBe(10_000);
    for (const row of layout.rows) expect(row.mine?.width).toBeGreaterThanOrEqual(MINIMUM_WIDTH);
  });

  test('waits of about the usual length are drawn whole', () => {
    expect(layoutTimeline(sequential, parallel, 'time').breaks).toEqual([]);
  });

  test('a call that takes no time has the minimum width and stays inside the plot', () => {
    const layout = layoutTimeline(makeRecording([{ endMs: 50 }, { startMs: 50, endMs: 50 }]), null, 'time');
    expect(layout.rows[1]?.mine).toMatchObject({ x: 1 - MINIMUM_WIDTH, width: MINIMUM_WIDTH });
  });

  test('a call that never settles runs to the right edge, past the last event', () => {
    const layout = layoutTimeline(makeRecording([{ endMs: 100 }, { endMs: null }]), null, 'time');
    expect(layout.end).toBeLessThan(1);
    const bar = layout.rows[1]?.mine;
    expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBe(1);
  });

  test('ticks stand at the times of events and never touch', () => {
    const { ticks } = layoutTimeline(sequential, parallel, 'time');
    expect(ticks.map((tick) => tick.label)).toEqual(['0', '100', '150', '250']);
  });

  test('an empty recording has no rows and does not divide by zero', () => {
    expect(layoutTimeline(makeRecording([]), null, 'time')).toMatchObject({ rows: [], breaks: [] });
  });
});

describe('microtasks and ticks', () => {
  const recording = makeRecording([
    { endMs: 100 },
    {
      kind: 'microtask',
      name: 'queueMicrotask',
      startMs: 100,
      endMs: 100,
      at: { file: 'solution.js', line: 3, column: 1 },
    },
    { kind: 'tick', name: 'process.nextTick', startMs: 100, endMs: null },
  ]);

  test('are dots of one row, and no bars', () => {
    const { rows } = layoutTimeline(recording, recording, 'time');
    expect(rows.map(({ kind }) => kind)).toEqual(['call', 'microtask']);
    expect(rows[1]).toMatchObject({ label: 'microtasks (2)', mine: null, isDifferent: false });
    expect(rows[1]?.points).toMatchObject([
      { virtualMs: 100, text: 'queueMicrotask', at: { line: 3 } },
      { virtualMs: 100, text: 'process.nextTick' },
    ]);
  });

  test('have a place of their own on the order axis', () => {
    const [dots] = layoutTimeline(recording, null, 'order').rows.filter(({ kind }) => kind === 'microtask');
    const [one, other] = dots?.points ?? [];
    expect(one?.x).not.toBe(other?.x);
  });
});

describe('the order axis', () => {
  test('no two events share a place, even within one millisecond', () => {
    const event = fc.record({ startMs: fc.constant(0), endMs: fc.constantFrom(0, null) });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), fc.integer({ min: 0, max: 10 }), (spans, lines) => {
        const recording = makeRecording(
          spans,
          Array.from({ length: lines }, () => ({})),
        );
        const scale = makeScale([recording], 'order');
        const xs = momentsOf(recording).map((moment) => scale.place(moment, recording));
        expect(new Set(xs).size).toBe(xs.length);
      }),
    );
  });

  test('the places follow the sequence numbers', () => {
    const layout = layoutTimeline(sequential, parallel, 'order');
    expect(layout.rows[0]?.mine?.x).toBe(0.125);
    expect(layout.rows[1]?.mine?.x).toBe(0.625);
    expect(layout.ticks.map((tick) => tick.label)).toEqual(['1', '2', '3', '4']);
  });
});

describe('every scale', () => {
  test('keeps every bar inside the plot and every later event at or right of an earlier one', () => {
    const span = fc
      .tuple(fc.nat(20_000), fc.nat(5000))
      .map(([startMs, ms]) => ({ startMs, endMs: startMs + ms }));
    fc.assert(
      fc.property(
        fc.array(span, { maxLength: 20 }),
        fc.constantFrom('time' as const, 'order' as const),
        (spans, axis) => {
          const recording = makeRecording(spans);
          for (const { mine } of layoutTimeline(recording, null, axis).rows) {
            expect(mine?.x).toBeGreaterThanOrEqual(0);
            expect((mine?.x ?? 0) + (mine?.width ?? 0)).toBeLessThanOrEqual(1.0000001);
          }
          const scale = makeScale([recording], 'time');
          const byTime = momentsOf(recording).toSorted((one, other) => one.virtualMs - other.virtualMs);
          const xs = byTime.map((moment) => scale.place(moment, recording));
          expect(xs).toEqual(xs.toSorted((one, other) => one - other));
        },
      ),
    );
  });
});

describe('rows', () => {
  test('a late call says by how much, in a word and in full', () => {
    const orders = layoutTimeline(sequential, parallel, 'time').rows[1];
    expect(orders).toMatchObject({ label: 'getOrders(7)', difference: '+100 ms', isDifferent: true });
    expect(orders?.description).toBe(
      'getOrders(7), line 3, started 100 ms, expected 0 ms, fulfilled 250 ms, 100 ms late',
    );
  });

  test('a call that only the reference makes is missing, one that only the student makes is extra', () => {
    const mine = makeRecording([{ name: 'getUser' }, { name: 'getCat' }]);
    const reference = makeRecording([{ name: 'getUser' }, { name: 'getDog' }]);
    const rows = layoutTimeline(mine, reference, 'time').rows;
    expect(rows.map((row) => [row.label, row.pairing, row.difference])).toEqual([
      ['getUser()', 'paired', null],
      ['getCat()', 'extra', 'extra'],
      ['getDog()', 'missing', 'missing'],
    ]);
  });

  test('printed lines are paired by text, the k-th with the k-th', () => {
    const mine = makeRecording([], [{ text: 'a' }, { text: 'b' }, { text: 'a' }]);
    const reference = makeRecording([], [{ text: 'a' }, { text: 'a' }, { text: 'c' }]);
    const rows = layoutTimeline(mine, reference, 'order').rows;
    expect(rows.map((row) => [row.label, row.pairing])).toEqual([
      ['a', 'paired'],
      ['b', 'extra'],
      ['a', 'paired'],
      ['c', 'missing'],
    ]);
  });

  test('without a reference nothing is different', () => {
    const rows = layoutTimeline(sequential, null, 'time').rows;
    expect(rows.every((row) => row.pairing === 'alone' && !row.isDifferent)).toBe(true);
  });
});

test('the strip counts the calls in flight and knows the most', () => {
  const { inFlight } = layoutTimeline(sequential, parallel, 'time');
  expect(inFlight.mine.maximum).toBe(1);
  expect(inFlight.expected?.maximum).toBe(2);
  expect(inFlight.expected?.steps.map((step) => step.count)).toEqual([2, 1]);
});

test('calls that follow each other at once are one step of the strip', () => {
  const { inFlight } = layoutTimeline(sequential, parallel, 'time');
  expect(inFlight.mine.steps).toEqual([{ x: 0, width: expect.closeTo(1), count: 1 }]);
});

test('a result that comes late is a difference', () => {
  const settled = (virtualMs: number) =>
    makeRecording([], [{ kind: 'settled', virtualMs, text: 'fulfilled' }]);
  const [row] = layoutTimeline(settled(600), settled(200), 'time').rows;
  expect(row).toMatchObject({ label: 'result', difference: '+400 ms', isDifferent: true });
});

test('lines that the student prints are no difference where the reference prints nothing', () => {
  const [row] = layoutTimeline(makeRecording([], [{ text: 'a' }]), makeRecording([]), 'time').rows;
  expect(row).toMatchObject({ pairing: 'alone', isDifferent: false });
});
