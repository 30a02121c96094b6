// What the timeline of a recording holds: lines, initiators, aborts, microtasks and their order.
import { afterAll, describe, expect, test } from 'vitest';
import { makeGrader } from '#grader/index.ts';
import type { Recording, Span } from '#grader/recording/types.ts';
import { tryOut } from '#tests/helpers/grading.ts';

const grader = makeGrader();
afterAll(async () => await grader.close());

async function record(...source: string[]): Promise<Recording> {
  const { recording } = await tryOut(grader, { source: source.join('\n') });
  if (recording === undefined) throw new Error('there is no recording');
  return recording;
}

/** The span that led to another, in words. */
function initiator({ timeline }: Recording, span: Span | undefined): string | undefined {
  const before = timeline.spans.find(({ id }) => id === span?.initiator);
  return before === undefined ? undefined : `${before.name} ${JSON.stringify(before.args)}`;
}

describe('initiators', () => {
  test('a call after an await was led to by the call that was awaited', async () => {
    const recording = await record(
      'export async function solve(fetchItem) {',
      '  await fetchItem(1);',
      '  await null;',
      '  await fetchItem(2);',
      '}',
    );
    const [first, second] = recording.timeline.spans;
    expect(initiator(recording, first)).toBeUndefined();
    expect(initiator(recording, second)).toBe('fetchItem [1]');
  });

  test('in two loops at once, each call was led to by the one before it in its own loop', async () => {
    const recording = await record(
      'const run = async (fetchItem, id) => {',
      '  await fetchItem(id);',
      '  await fetchItem(id + 10);',
      '};',
      'export const solve = (fetchItem) => Promise.all([run(fetchItem, 1), run(fetchItem, 2)]);',
    );
    const spans = recording.timeline.spans.slice(2);
    expect(spans.map((span) => initiator(recording, span))).toEqual(['fetchItem [1]', 'fetchItem [2]']);
  });

  test('a call in a timer, a microtask, a tick, a then', async () => {
    const recording = await record(
      'export async function solve(fetchItem) {',
      '  setTimeout(() => fetchItem(1), 5);',
      '  await fetchItem(9).then(() => fetchItem(2));',
      '  queueMicrotask(() => fetchItem(3));',
      '  process.nextTick(() => fetchItem(4));',
      '  await fetchItem(5);',
      '}',
    );
    const by = (id: number) =>
      initiator(
        recording,
        recording.timeline.spans.find(({ args }) => args[0] === id),
      );
    expect([1, 2, 3, 4].map(by)).toEqual([
      'setTimeout []',
      'fetchItem [9]',
      'queueMicrotask []',
      'process.nextTick []',
    ]);
  });
});

describe('lines', () => {
  test('of calls, timers, microtasks, ticks, console lines and tagged templates', async () => {
    const recording = await record(
      'export async function solve(fetchItem) {',
      '  setTimeout(() => {}, 1);',
      '  setImmediate(() => {});',
      '  queueMicrotask(() => {});',
      '  process.nextTick(() => {});',
      '  console.log("x");',
      '  const tag = (_, id) => fetchItem(id);',
      '  const ask = fetchItem;',
      '  const got = ask`${8}`;',
      '  await got;',
      '}',
    );
    const { spans, marks } = recording.timeline;
    expect(spans.map(({ name, at }) => `${name} ${at?.line}`)).toEqual([
      'setTimeout 2',
      'setImmediate 3',
      'queueMicrotask 4',
      'process.nextTick 5',
      'fetchItem 9',
    ]);
    expect(marks[0]).toMatchObject({ kind: 'console', text: 'x', at: { line: 6, column: 3 } });
  });

  test('of the abort, and of the timer that aborts', async () => {
    const recording = await record(
      'export async function solve() {',
      '  const now = new AbortController();',
      '  now.abort(new Error("enough"));',
      '  const later = new AbortController();',
      '  setTimeout(() => {',
      '    later.abort();',
      '  }, 20);',
      '  await new Promise((resolve) => setTimeout(resolve, 30));',
      '}',
    );
    const aborts = recording.timeline.marks.filter(({ kind }) => kind === 'abort');
    expect(aborts).toMatchObject([
      { text: 'Error', virtualMs: 0, at: { line: 3, column: 3 } },
      { text: 'AbortError', virtualMs: 20, at: { line: 6, column: 5 } },
    ]);
  });
});

describe('microtasks and ticks', () => {
  test('are spans from being queued to running, in place among the rest', async () => {
    const recording = await record(
      'export async function solve(fetchItem) {',
      '  await fetchItem(1);',
      '  queueMicrotask(() => console.log("micro"));',
      '  console.log("after");',
      '  await fetchItem(2);',
      '}',
    );
    const { spans, marks } = recording.timeline;
    const micro = spans.find(({ kind }) => kind === 'microtask');
    expect(micro).toMatchObject({ startMs: 100, endMs: 100, outcome: 'fired', inFlight: 0, at: { line: 3 } });
    const after = marks.find(({ text }) => text === 'after');
    const printed = marks.find(({ text }) => text === 'micro');
    const order = [micro?.startSeq, after?.seq, micro?.endSeq, printed?.seq];
    expect(order).toEqual(order.toSorted((a, b) => (a ?? 0) - (b ?? 0)));
  });

  test('count against the limit of events like all else, and the run goes on', async () => {
    const { recording, verdict } = await tryOut(grader, {
      source: `export async function solve() { for (let i = 0; i < 3000; i += 1) queueMicrotask(() => {}); await null; return 'right'; }`,
    });
    expect(verdict.outcome).toBe('passed');
    expect(recording?.timeline.spans).toHaveLength(2000);
    expect(recording?.timeline.cut).toMatchObject({ limit: 2000 });
  });

  test('are no calls: neither in flight nor left behind', async () => {
    const recording = await record(
      'export function solve() {',
      '  queueMicrotask(() => {});',
      '  return 1;',
      '}',
    );
    expect(recording).toMatchObject({ maximumInFlight: 0, leftBehind: [] });
  });
});
