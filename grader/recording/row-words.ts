// The words on and about one row of a timeline.
import type { Encoded, Mark, SourcePosition, Span } from './types.ts';

type Pair<Event> = { mine?: Event; reference?: Event };
type Pairing = 'paired' | 'extra' | 'missing' | 'alone';

const LONGEST_ARGUMENT = 16;

/** `getOrders(7)`, `setTimeout`. */
export function spanLabel(span: Span): string {
  return span.kind === 'call' ? `${span.name}(${span.args.map(shortValue).join(', ')})` : span.name;
}

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
    spanLabel(mine),
    ...lineOf(mine.at),
    `started ${mine.startMs} ms`,
    ...(reference !== undefined && reference.startMs !== mine.startMs
      ? [`expected ${reference.startMs} ms`]
      : []),
    ending(mine),
    ...latenessWords(mine, reference),
    ...(pairing === 'extra' ? ['not in the reference'] : []),
  ].join(', ');
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

/** A value in a few characters, for labels. */
export function shortValue(value: Encoded): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (typeof value === 'string') return JSON.stringify(cut(value));
  switch (value.t) {
    case 'array':
      return value.items.length === 0 ? '[]' : `[${value.items.length}]`;
    case 'object':
      return value.entries.length === 0 ? '{}' : '{…}';
    case 'number':
    case 'bigint':
    case 'symbol':
      return cut(value.v);
    case 'error':
      return value.name;
    case 'undefined':
    case 'promise':
    case 'function':
    case 'map':
    case 'set':
    case 'date':
    case 'regexp':
      return value.t;
    case 'bytes':
      return value.class;
    case 'hole':
    case 'ref':
    case 'getter':
    case 'cut':
      break;
  }
  return '…';
}

function cut(text: string): string {
  return text.length > LONGEST_ARGUMENT ? `${text.slice(0, LONGEST_ARGUMENT)}…` : text;
}

function missingSpan(reference: Span | undefined): string {
  if (reference === undefined) return 'missing';
  return `missing: ${spanLabel(reference)}, expected to start at ${reference.startMs} ms`;
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

function signedMs(ms: number): string {
  return `${ms > 0 ? '+' : '−'}${Math.abs(ms)} ms`;
}
