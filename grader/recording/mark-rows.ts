// The rows of console lines, aborts and settlements.
import { describeMark, signedMs } from './row-words.ts';
import { pairingOf, wordOf, type Pair, type PlacedRow, type Point, type Row, type Sides } from './row.ts';
import type { Scale } from './scale.ts';
import type { Mark, Recording } from './types.ts';

/** One row per printed line, beside the same line of the reference. */
export function consoleRows(sides: Sides): PlacedRow[] {
  const expected = linesOf(sides.reference);
  // Where the reference prints nothing, printing is the student's own affair.
  const isCompared = expected.length > 0;
  return pairMarks(linesOf(sides.mine), expected).map((pair) => markRow(pair, sides, isCompared));
}

function linesOf(recording: Recording | null): Mark[] {
  return recording?.timeline.marks.filter((mark) => mark.kind === 'console') ?? [];
}

function markRow(pair: Pair<Mark>, sides: Sides, isCompared: boolean): PlacedRow {
  const mark = pair.mine ?? pair.reference;
  if (mark === undefined) throw new TypeError('A pair of marks is empty; expected one mark at least');
  const pairing = isCompared ? pairingOf(pair, sides) : 'alone';
  const difference = wordOf(pairing);
  const row: Row = {
    key: `${pair.mine === undefined ? 'missing-mark' : 'mark'}-${mark.seq}`,
    kind: mark.kind,
    label: mark.text,
    ...(pair.mine?.at && { at: pair.mine.at }),
    mine: null,
    expected: null,
    points: pair.mine ? [pointOf(pair.mine, sides.mine, sides.scale)] : [],
    expectedPoints:
      pair.reference && sides.reference ? [pointOf(pair.reference, sides.reference, sides.scale)] : [],
    pairing,
    isDifferent: difference !== null,
    difference,
    description: describeMark(pair, pairing),
  };
  return { row, order: { virtualMs: mark.virtualMs, seq: mark.seq, isMissing: pair.mine === undefined } };
}

/** Events, aborts and settlements: one row for all of a kind, since there are many and each is only a dot. */
export function otherMarkRows(sides: Sides): PlacedRow[] {
  return (['event', 'abort', 'settled'] as const).flatMap((kind) => {
    const pointsOf = (recording: Recording | null): Point[] =>
      recording?.timeline.marks
        .filter((mark) => mark.kind === kind)
        .map((mark) => pointOf(mark, recording, sides.scale)) ?? [];
    const points = pointsOf(sides.mine);
    const label = otherLabels[kind];
    const expectedPoints = pointsOf(sides.reference);
    const difference = kind === 'settled' ? signedDifference(points[0], expectedPoints[0]) : null;
    const row: Row = {
      key: kind,
      kind,
      label,
      mine: null,
      expected: null,
      points,
      expectedPoints,
      pairing: 'alone',
      isDifferent: difference !== null,
      difference,
      description: `${label}: ${points.map((point) => `${point.text} at ${point.virtualMs} ms`).join(', ')}`,
    };
    const order = { virtualMs: Infinity, seq: otherOrder[kind], isMissing: false };
    return points.length === 0 ? [] : [{ row, order }];
  });
}

const otherLabels = { event: 'events', abort: 'aborts', settled: 'result' } as const;
const otherOrder = { event: 0, abort: 1, settled: 2 } as const;

function signedDifference(mine: Point | undefined, expected: Point | undefined): string | null {
  if (mine === undefined || expected === undefined) return null;
  const ms = mine.virtualMs - expected.virtualMs;
  return ms === 0 ? null : signedMs(ms);
}

function pointOf(mark: Mark, recording: Recording, scale: Scale): Point {
  return {
    x: scale.place(mark, recording),
    virtualMs: mark.virtualMs,
    text: mark.text,
    ...(mark.at && { at: mark.at }),
  };
}

/** The k-th line with a text belongs to the reference's k-th line with that text. */
function pairMarks(mine: Mark[], reference: Mark[]): Pair<Mark>[] {
  const left = [...reference];
  const pairs = mine.map((mark): Pair<Mark> => {
    const index = left.findIndex((candidate) => candidate.text === mark.text);
    const [found] = index === -1 ? [] : left.splice(index, 1);
    return found === undefined ? { mine: mark } : { mine: mark, reference: found };
  });
  return [...pairs, ...left.map((mark) => ({ reference: mark }))];
}
