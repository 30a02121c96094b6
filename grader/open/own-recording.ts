// Where tests share a context, the recording of one begins where the test before it ended.
import type { Recording } from '../recording/types.ts';
import type { SpecReport } from './guest.ts';

export function ownRecording(recording: Recording, { began }: SpecReport): Recording {
  if (began.virtualMs === 0 && began.spans === 0 && began.marks === 0) return recording;
  const { timeline } = recording;
  const since = (virtualMs: number): number => virtualMs - began.virtualMs;
  const idOf = (id: number): { initiator?: number } =>
    id < began.spans ? {} : { initiator: id - began.spans };
  return {
    ...recording,
    timeline: {
      ...timeline,
      spans: timeline.spans.slice(began.spans).map(({ initiator = -1, ...span }) => ({
        ...span,
        id: span.id - began.spans,
        startMs: since(span.startMs),
        endMs: span.endMs === null ? null : since(span.endMs),
        ...idOf(initiator),
      })),
      marks: timeline.marks.slice(began.marks).map((mark) => ({ ...mark, virtualMs: since(mark.virtualMs) })),
    },
    virtualMs: since(recording.virtualMs),
  };
}
