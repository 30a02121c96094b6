// Matchers about the order and the times of calls.
import type { Evidence } from '../author.ts';
import { printCall } from '../recording/print.ts';
import type { Finding, Span } from '../recording/types.ts';
import { nothingStarted } from './concurrency-matchers.ts';
import { requireNumber, requireText, requireTexts } from './misuse.ts';
import { isCalled, place, selectSpans } from './select.ts';

export function toStartInOrder(evidence: Evidence, order: readonly string[]): Finding | null {
  requireTexts('toStartInOrder', order);
  return compareOrder('other-start-order', mentioned(evidence, order), order);
}

export function toSettleInOrder(evidence: Evidence, order: readonly string[]): Finding | null {
  requireTexts('toSettleInOrder', order);
  const settled = mentioned(evidence, order).filter(({ endSeq }) => endSeq !== null);
  const inOrder = settled.toSorted((one, other) => (one.endSeq ?? 0) - (other.endSeq ?? 0));
  return compareOrder('other-settle-order', inOrder, order);
}

/** The calls whose names the order mentions: `fetchUser(2)` is about all calls of `fetchUser`. */
function mentioned(evidence: Evidence, order: readonly string[]): Span[] {
  const names = order.map((entry) => entry.replace(/\(.*\)$/s, ''));
  return selectSpans(evidence).filter((span) => names.some((name) => isCalled(span, name)));
}

function compareOrder(code: string, spans: Span[], order: readonly string[]): Finding | null {
  const length = Math.max(spans.length, order.length);
  for (let index = 0; index < length; index += 1) {
    const span = spans[index];
    const expected = order[index] ?? null;
    if (span !== undefined && expected !== null && isCalled(span, expected)) continue;
    const actual = span === undefined ? null : printCall(span);
    return { code, params: { number: index + 1, actual, expected }, ...place(span) };
  }
  return null;
}

export function toStartAt(evidence: Evidence, calls: string, ms: number | readonly number[]): Finding | null {
  return compareTimes('toStartAt', evidence, { calls, ms }, (span, expectedMs) => {
    if (span.startMs === expectedMs) return null;
    const params = { call: printCall(span), actualMs: span.startMs, expectedMs };
    return { code: span.startMs > expectedMs ? 'started-late' : 'started-early', params, ...place(span) };
  });
}

export function toSettleAt(
  evidence: Evidence,
  calls: string,
  ms: number | readonly number[],
): Finding | null {
  return compareTimes('toSettleAt', evidence, { calls, ms }, (span, expectedMs) => {
    if (span.endMs === expectedMs) return null;
    const params = { call: printCall(span), actualMs: span.endMs, expectedMs };
    return { code: 'settled-at', params, ...place(span) };
  });
}

type Compare = (span: Span, expectedMs: number) => Finding | null;

function compareTimes(
  matcher: string,
  evidence: Evidence,
  { calls, ms }: { calls: string; ms: number | readonly number[] },
  compare: Compare,
): Finding | null {
  requireText(matcher, calls);
  for (const each of [ms].flat()) requireNumber(matcher, each);
  const spans = selectSpans(evidence, calls);
  if (spans.length === 0) return nothingStarted(calls);
  for (const [index, span] of spans.entries()) {
    const expectedMs = typeof ms === 'number' ? ms : ms[index];
    const finding = expectedMs === undefined ? null : compare(span, expectedMs);
    if (finding !== null) return finding;
  }
  return typeof ms === 'number' || ms.length === spans.length ? null : otherCount(calls, spans, ms.length);
}

function otherCount(calls: string, spans: Span[], expected: number): Finding {
  const params = { name: calls, actual: spans.length, expected };
  return { code: 'called-times', params, ...place(spans[expected]) };
}

export function toHaveCalledTimes(evidence: Evidence, calls: string, times: number): Finding | null {
  requireText('toHaveCalledTimes', calls);
  requireNumber('toHaveCalledTimes', times);
  const spans = selectSpans(evidence, calls);
  return spans.length === times ? null : otherCount(calls, spans, times);
}

export function toAbortAt(evidence: Evidence, expectedMs: number, calls?: string): Finding | null {
  requireNumber('toAbortAt', expectedMs);
  if (calls === undefined) return someAbortAt(evidence, expectedMs);
  const cancelled = selectSpans(evidence, calls).filter(({ outcome }) => outcome === 'cancelled');
  if (cancelled.length === 0) return { code: 'not-aborted', params: { name: calls, expectedMs } };
  const other = cancelled.find(({ endMs }) => endMs !== expectedMs);
  if (other === undefined) return null;
  const params = { call: printCall(other), actualMs: other.endMs, expectedMs };
  return { code: 'aborted-at', params, ...place(other) };
}

function someAbortAt({ recording }: Evidence, expectedMs: number): Finding | null {
  const aborts = recording.timeline.marks.filter(({ kind }) => kind === 'abort');
  const [first] = aborts;
  if (first === undefined) return { code: 'not-aborted', params: { name: '', expectedMs } };
  if (aborts.some(({ virtualMs }) => virtualMs === expectedMs)) return null;
  const params = { call: '', actualMs: first.virtualMs, expectedMs };
  return { code: 'aborted-at', params, ...place(first) };
}

export function toTakeExactly(evidence: Evidence, expectedMs: number): Finding | null {
  requireNumber('toTakeExactly', expectedMs);
  const actualMs = evidence.elapsedMs;
  if (actualMs === expectedMs) return null;
  const code = actualMs > expectedMs ? 'took-too-long' : 'took-too-short';
  return { code, params: { actualMs, expectedMs }, ...place(lastWait(evidence)) };
}

/** What ended last before the settlement, at the same virtual ms: that is what was waited for. */
function lastWait({ recording }: Evidence): Span | undefined {
  const { spans, marks } = recording.timeline;
  const settledSeq = marks.find(({ kind }) => kind === 'settled')?.seq ?? Infinity;
  const ended = spans.filter(({ endSeq }) => endSeq !== null && endSeq < settledSeq);
  const last = ended.toSorted((one, other) => (other.endSeq ?? 0) - (one.endSeq ?? 0))[0];
  return last?.endMs === recording.virtualMs ? last : undefined;
}
