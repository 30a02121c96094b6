// How many simulated calls were under way at each moment.
import { momentsOf, type Moment, type Scale } from './scale.ts';
import { isSimulated } from './simulated.ts';
import type { Recording, Span } from './types.ts';

/** From `x`, over `width` (fractions of the plot), `count` calls were in flight. */
export type InFlightStep = { x: number; width: number; count: number };

export function inFlightSteps(recording: Recording, scale: Scale): InFlightStep[] {
  const changes = changesOf(recording.timeline.spans);
  const moments = momentsOf(recording).filter(({ seq }) => changes.has(seq));
  const steps: InFlightStep[] = [];
  let count = 0;
  moments.forEach((moment, index) => {
    count += changes.get(moment.seq) ?? 0;
    const x = scale.place(moment, recording);
    const width = endOf(moments[index + 1], recording, scale, count) - x;
    if (width > 0) steps.push({ x, width, count });
  });
  return merged(steps.filter(({ count: shown }) => shown > 0));
}

/** One call that follows another at once leaves no gap to draw. */
function merged(steps: InFlightStep[]): InFlightStep[] {
  const result: InFlightStep[] = [];
  for (const step of steps) {
    const last = result.at(-1);
    if (last !== undefined && last.count === step.count && last.x + last.width >= step.x) {
      last.width = step.x + step.width - last.x;
    } else {
      result.push({ ...step });
    }
  }
  return result;
}

function changesOf(spans: Span[]): Map<number, number> {
  const calls = spans.filter(isSimulated);
  const ends = calls.flatMap((span): [number, number][] => (span.endSeq === null ? [] : [[span.endSeq, -1]]));
  return new Map([...calls.map((span): [number, number] => [span.startSeq, 1]), ...ends]);
}

function endOf(next: Moment | undefined, recording: Recording, scale: Scale, count: number): number {
  if (next !== undefined) return scale.place(next, recording);
  return count > 0 ? 1 : scale.end;
}
