// The rows of simulated calls and timers.
import { pairSpans } from './difference.ts';
import { describeSpan, lateness, spanLabel } from './row-words.ts';
import { pairingOf, wordOf, type Bar, type Pair, type PlacedRow, type Row, type Sides } from './row.ts';
import type { Scale } from './scale.ts';
import type { Finding, Recording, Span } from './types.ts';

/** Bars are at least this wide: 4 px on a plot of 320 px. */
export const MINIMUM_WIDTH = 0.0125;

type SpanPair = Pair<Span> & { problem?: Finding };

export function spanRows(sides: Sides): PlacedRow[] {
  const pairs: SpanPair[] =
    sides.reference === null
      ? sides.mine.timeline.spans.map((span) => ({ mine: span }))
      : pairSpans(sides.mine, sides.reference);
  return pairs.flatMap((pair) => {
    const span = pair.mine ?? pair.reference;
    if (span === undefined) return [];
    const order = { virtualMs: span.startMs, seq: span.startSeq, isMissing: pair.mine === undefined };
    return [{ row: spanRow(span, pair, sides), order }];
  });
}

function spanRow(span: Span, pair: SpanPair, sides: Sides): Row {
  const pairing = pairingOf(pair, sides);
  const difference = pairing === 'paired' ? lateness(pair.mine, pair.reference) : wordOf(pairing);
  return {
    key: `${pair.mine === undefined ? 'missing' : 'span'}-${span.id}`,
    kind: span.kind,
    label: spanLabel(span),
    ...(pair.mine?.at && { at: pair.mine.at }),
    mine: pair.mine ? barOf(pair.mine, sides.mine, sides.scale) : null,
    expected: pair.reference && sides.reference ? barOf(pair.reference, sides.reference, sides.scale) : null,
    points: [],
    expectedPoints: [],
    pairing,
    isDifferent: pair.problem !== undefined || difference !== null,
    difference,
    description: describeSpan(pair, pairing),
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
