// The geometry of a timeline: the student's recording against the reference's, as fractions of the plot's width.
import { inFlightSteps, type InFlightStep } from './in-flight.ts';
import { consoleRows, microtaskRows, otherMarkRows } from './mark-rows.ts';
import type { PlacedRow, Row } from './row.ts';
import { makeScale, type Axis, type Break, type Tick } from './scale.ts';
import { spanRows } from './span-rows.ts';
import type { Recording } from './types.ts';

export type InFlight = { steps: InFlightStep[]; maximum: number };

export type TimelineLayout = {
  rows: Row[];
  ticks: Tick[];
  breaks: Break[];
  /** Right edge of the last event; beyond it only what never settled goes on. */
  end: number;
  inFlight: { mine: InFlight; expected: InFlight | null };
};

/**
 * Lays out one test's recording, against the reference's recording of the same test where there is one.
 *
 * Rows are in the order in which things happened to the student; an event that only the reference has comes last among
 * those of its millisecond.
 */
export function layoutTimeline(mine: Recording, reference: Recording | null, axis: Axis): TimelineLayout {
  const scale = makeScale(reference === null ? [mine] : [mine, reference], axis);
  const sides = { mine, reference, scale };
  const rows = [
    ...spanRows(sides),
    ...consoleRows(sides),
    ...microtaskRows(sides),
    ...otherMarkRows(sides),
  ].toSorted(inOrder);
  return {
    rows: rows.map(({ row }) => row),
    ticks: scale.ticks,
    breaks: scale.breaks,
    end: scale.end,
    inFlight: {
      mine: { steps: inFlightSteps(mine, scale), maximum: mine.maximumInFlight },
      expected:
        reference === null
          ? null
          : { steps: inFlightSteps(reference, scale), maximum: reference.maximumInFlight },
    },
  };
}

function inOrder(one: PlacedRow, other: PlacedRow): number {
  return (
    one.order.virtualMs - other.order.virtualMs ||
    Number(one.order.isMissing) - Number(other.order.isMissing) ||
    one.order.seq - other.order.seq
  );
}
