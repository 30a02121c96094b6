// Rows for spans that overlap: on one row, slices must not cross.
import type { Span } from '../recording/types.ts';

export type Placed = { span: Span; startUs: number; endUs: number };
export type Lane = { label: string; placed: Placed[] };

/**
 * Each span on the first row of its name that is free: `fetchUser`, `fetchUser 2`, … in the order in which they are needed.
 *
 * @param endMs Where spans that nothing settled end, in virtual ms.
 */
export function toLanes(spans: Span[], endMs: number): Lane[] {
  const lanes = new Map<string, Lane[]>();
  for (const span of spans.toSorted((one, other) => one.startSeq - other.startSeq)) {
    const placed = { span, startUs: toUs(span.startMs), endUs: toUs(span.endMs ?? endMs) };
    const ofName = lanes.get(span.name) ?? [];
    lanes.set(span.name, ofName);
    const free = ofName.find((lane) => isFree(lane, placed));
    if (free !== undefined) free.placed.push(placed);
    else ofName.push({ label: labelOf(span, ofName.length + 1), placed: [placed] });
  }
  return [...lanes.values()].flat();
}

export function toUs(virtualMs: number): number {
  return Math.round(virtualMs * 1000);
}

function labelOf({ name }: Span, number: number): string {
  return number === 1 ? name : `${name} ${number}`;
}

/** Two slices may touch, but for one without length: that would lie inside its neighbour. */
function isFree({ placed }: Lane, next: Placed): boolean {
  const last = placed.at(-1);
  if (last === undefined || last.endUs < next.startUs) return true;
  return last.endUs === next.startUs && last.startUs < last.endUs && next.startUs < next.endUs;
}
