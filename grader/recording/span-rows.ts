// The rows of simulated calls and timers.
import { pairSpans } from './difference.ts';
import { printCall } from './print.ts';
import { describeSpan, lateness } from './row-words.ts';
import { pairingOf, wordOf, type Bar, type Pair, type PlacedRow, type Row, type Sides } from './row.ts';
import type { Scale } from './scale.ts';
import { isSimulated } from './simulated.ts';
import type { Finding, Recording, Span } from './types.ts';

/** Bars are at least this wide: 4 px on a plot of 320 px. */
export const MINIMUM_WIDTH = 0.0125;

type SpanPair = Pair<Span> & { problem?: Finding };

export function spanRows(sides: Sides): PlacedRow[] {
  const calls = sides.reference === null ? aloneCalls(sides.mine) : pairSpans(sides.mine, sides.reference);
  return [...calls, ...pairTimers(sides)].flatMap((pair) => {
    const span = pair.mine ?? pair.reference;
    if (span === undefined) return [];
    const order = { virtualMs: span.startMs, seq: span.startSeq, isMissing: pair.mine === undefined };
    return [{ row: spanRow(span, pair, sides), order }];
  });
}

function aloneCalls({ timeline }: Recording): SpanPair[] {
  return timeline.spans.filter(isSimulated).map((span) => ({ mine: span }));
}

/**
 * Which timers an answer uses is its own affair: the k-th of a name is drawn over the reference's k-th where there is
 * one, and none is extra, missing or late.
 */
function pairTimers({ mine, reference }: Sides): SpanPair[] {
  const left = reference === null ? [] : timersOf(reference);
  return timersOf(mine).map((timer): SpanPair => {
    const index = left.findIndex((candidate) => candidate.name === timer.name);
    const [found] = index === -1 ? [] : left.splice(index, 1);
    return found === undefined ? { mine: timer } : { mine: timer, reference: found };
  });
}

function timersOf({ timeline }: Recording): Span[] {
  return timeline.spans.filter((span) => !isSimulated(span));
}

function spanRow(span: Span, pair: SpanPair, sides: Sides): Row {
  const pairing = isSimulated(span) ? pairingOf(pair, sides) : 'alone';
  const difference = pairing === 'paired' ? lateness(pair.mine, pair.reference) : wordOf(pairing);
  return {
    key: `${pair.mine === undefined ? 'missing' : 'span'}-${span.id}`,
    kind: span.kind,
    label: printCall(span),
    ...(pair.mine?.at && { at: pair.mine.at }),
    mine: pair.mine ? barOf(pair.mine, sides.mine, sides.scale) : null,
    expected: pair.reference && sides.reference ? barOf(pair.reference, sides.reference, sides.scale) : null,
    points: [],
    expectedPoints: [],
    pairing,
    isDifferent: pair.problem !== undefined || difference !== null,
    difference,
    description: describeSpan(pairing === 'alone' ? { mine: span } : pair, pairing),
  };
}

function barOf(span: Span, recording: Recording, scale: Scale): Bar {
  const x = scale.place({ virtualMs: span.startMs, seq: span.startSeq }, recording);
  const end =
    span.endMs === null || span.endSeq === null
      ? 1
      : scale.place({ virtualMs: span.endMs, seq: span.endSeq }, recording);
  const width = Math.max(end - x, MINIMUM_WIDTH);
  return {
    x: Math.min(x, 1 - width),
    width,
    startMs: span.startMs,
    endMs: span.endMs,
    outcome: span.outcome,
  };
}
