// Matchers about calls that are under way at the same time.
import type { Evidence } from '../author.ts';
import { printCall } from '../recording/print.ts';
import type { Finding, Span } from '../recording/types.ts';
import { requireNumber } from './misuse.ts';
import { place, selectSpans } from './select.ts';

export function nothingStarted(calls: string | undefined): Finding {
  return { code: 'nothing-started', params: { name: calls ?? '' } };
}

export function toStartTogether(evidence: Evidence, calls?: string): Finding | null {
  const spans = selectSpans(evidence, calls);
  const [first] = spans;
  if (first === undefined) return nothingStarted(calls);
  const firstEndSeq = Math.min(...spans.map((span) => span.endSeq ?? Infinity));
  const late = spans.find((span) => span.startMs !== first.startMs || span.startSeq > firstEndSeq);
  if (late === undefined) return null;
  const params = { call: printCall(late), actualMs: late.startMs, expectedMs: first.startMs };
  return { code: 'not-together', params, ...place(late) };
}

export function toHaveInFlightAtMost(evidence: Evidence, limit: number): Finding | null {
  requireNumber('toHaveInFlightAtMost', limit);
  const over = selectSpans(evidence).find((span) => span.inFlight > limit);
  if (over === undefined) return null;
  const params = { actual: evidence.recording.maximumInFlight, limit, atMs: over.startMs };
  return { code: 'too-many-in-flight', params, ...place(over) };
}

/** Looks at every virtual ms at which something started or ended, after all of it has happened. */
export function toKeepInFlight(evidence: Evidence, count: number, calls?: string): Finding | null {
  requireNumber('toKeepInFlight', count);
  const spans = selectSpans(evidence, calls);
  if (spans.length === 0) return nothingStarted(calls);
  const wanted = Math.min(count, spans.length);
  const moments = spans.flatMap((span) => [span.startMs, span.endMs ?? Infinity]);
  for (const atMs of moments.toSorted((one, other) => one - other)) {
    const next = spans.find((span) => span.startMs > atMs);
    const actual = spans.filter((span) => isUnderWay(span, atMs)).length;
    if (next === undefined || actual >= wanted) continue;
    const params = { actual, expected: wanted, atMs, call: printCall(next), startedMs: next.startMs };
    return { code: 'not-kept-full', params, ...place(next) };
  }
  return null;
}

function isUnderWay(span: Span, atMs: number): boolean {
  return span.startMs <= atMs && (span.endMs === null || span.endMs > atMs);
}

export function toRunOneAfterAnother(evidence: Evidence, calls?: string): Finding | null {
  const spans = selectSpans(evidence, calls);
  if (spans.length === 0) return nothingStarted(calls);
  for (const [index, span] of spans.entries()) {
    const before = spans[index - 1];
    if (before === undefined || (before.endSeq !== null && before.endSeq < span.startSeq)) continue;
    const params = { call: printCall(span), atMs: span.startMs, before: printCall(before) };
    return { code: 'not-one-after-another', params, ...place(span) };
  }
  return null;
}
