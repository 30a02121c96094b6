// One row of a timeline, and what rows of every kind share.
import type { Moment, Scale } from './scale.ts';
import type { Mark, Recording, SourcePosition, Span } from './types.ts';

/** A span of one recording. `x` and `width` are fractions of the plot's width. */
export type Bar = {
  x: number;
  width: number;
  startMs: number;
  endMs: number | null;
  outcome: Span['outcome'];
};

/** A mark of one recording. */
export type Point = { x: number; virtualMs: number; text: string; at?: SourcePosition };

export type Row = {
  key: string;
  kind: Span['kind'] | Mark['kind'];
  label: string;
  at?: SourcePosition;
  mine: Bar | null;
  expected: Bar | null;
  points: Point[];
  expectedPoints: Point[];
  /** `extra`: the reference has no such event. `missing`: the student's run has none. */
  pairing: 'paired' | 'extra' | 'missing' | 'alone';
  isDifferent: boolean;
  /** `+100 ms`, `extra`, `missing`; `null` where both agree. */
  difference: string | null;
  /** The row in words, for those who hear it. */
  description: string;
};

export type Pair<Event> = { mine?: Event; reference?: Event };
export type Sides = { mine: Recording; reference: Recording | null; scale: Scale };
export type PlacedRow = { row: Row; order: Moment & { isMissing: boolean } };

export function pairingOf(pair: Pair<unknown>, sides: Sides): Row['pairing'] {
  if (sides.reference === null) return 'alone';
  if (pair.mine === undefined) return 'missing';
  return pair.reference === undefined ? 'extra' : 'paired';
}

export function wordOf(pairing: Row['pairing']): string | null {
  return pairing === 'extra' || pairing === 'missing' ? pairing : null;
}
