// The words on and about one row of a timeline.
import { printCall } from './print.ts';
import type { Mark, SourcePosition, Span } from './types.ts';

type Pair<Event> = { mine?: Event; reference?: Event };
type Pairing = 'paired' | 'extra' | 'missing' | 'alone';

/** `+100 ms` or `-20 ms` where the start differs, else the difference of the end; `null` where neither does. */
export function lateness(mine: Span | undefined, reference: Span | undefined): string | null {
  if (mine === undefined || reference === undefined) return null;
  const startMs = mine.startMs - reference.startMs;
  if (startMs !== 0) return signedMs(startMs);
  if (mine.endMs === null || reference.endMs === null) return null;
  const endMs = mine.endMs - reference.endMs;
  return endMs === 0 ? null : signedMs(endMs);
}

/** `getOrders, line 3, started 100 ms, expected 0 ms, fulfilled 250 ms, 100 ms late`. */
export function describeSpan({ mine, reference }: Pair<Span>, pairing: Pairing): string {
  if (mine === undefined) return missingSpan(reference);
  return [
    printCall(mine),
    ...lineOf(mine.at),
    `started ${mine.startMs} ms`,
    ...(reference !== undefined && reference.startMs !== mine.startMs
      ? [`expected ${reference.startMs} ms`]
      : []),
    ...otherCall(mine, reference),
    ending(mine),
    ...latenessWords(mine, reference),
    ...(pairing === 'extra' ? ['not in the reference'] : []),
  ].join(', ');
}

function otherCall(mine: Span, reference: Span | undefined): string[] {
  if (reference === undefined || reference.kind !== 'call') return [];
  const expected = printCall(reference);
  return expected === printCall(mine) ? [] : [`expected ${expected}`];
}

export function describeMark({ mine, reference }: Pair<Mark>, pairing: Pairing): string {
  if (mine === undefined) {
    return `missing: ${JSON.stringify(reference?.text ?? '')}, expected at ${reference?.virtualMs ?? 0} ms`;
  }
  return [
    `${mine.level ?? mine.kind} ${JSON.stringify(mine.text)}`,
    ...lineOf(mine.at),
    `at ${mine.virtualMs} ms`,
    ...(reference !== undefined && reference.virtualMs !== mine.virtualMs
      ? [`expected ${reference.virtualMs} ms`]
      : []),
    ...(pairing === 'extra' ? ['not in the reference'] : []),
  ].join(', ');
}

function missingSpan(reference: Span | undefined): string {
  if (reference === undefined) return 'missing';
  return `missing: ${printCall(reference)}, expected to start at ${reference.startMs} ms`;
}

function lineOf(at: SourcePosition | undefined): string[] {
  return at === undefined ? [] : [`line ${at.line}`];
}

function ending(span: Span): string {
  return span.endMs === null ? 'never settled' : `${span.outcome} ${span.endMs} ms`;
}

function latenessWords(mine: Span, reference: Span | undefined): string[] {
  if (reference === undefined) return [];
  const startMs = mine.startMs - reference.startMs;
  if (startMs !== 0) return [earlyOrLate(startMs)];
  if (mine.endMs === null || reference.endMs === null) return [];
  const endMs = mine.endMs - reference.endMs;
  return endMs === 0 ? [] : [`expected ${reference.endMs} ms`, earlyOrLate(endMs)];
}

function earlyOrLate(ms: number): string {
  return `${Math.abs(ms)} ms ${ms > 0 ? 'late' : 'early'}`;
}

export function signedMs(ms: number): string {
  return `${ms > 0 ? '+' : '−'}${Math.abs(ms)} ms`;
}
