// What the maker of the judge's snapshot runs once (grader/sandbox/warm-up.ts): expectations that hold, and one that fails in
// each of the ways that are common.
import type { Encoded, Recording, Span } from '../recording/types.ts';

const value = (id: number): Encoded => ({ t: 'object', id, class: 'Object', entries: [['id', id]] });

const span = (id: number): Span => ({
  id,
  kind: 'call',
  name: 'load',
  args: [id],
  startMs: 0,
  endMs: 20,
  startSeq: id + 1,
  endSeq: id + 3,
  outcome: 'fulfilled',
  value: value(id),
  inFlight: id + 1,
});

const recording: Recording = {
  test: 'holds',
  ended: { kind: 'returned' },
  outcome: { kind: 'returned', value: { t: 'array', id: 9, items: [value(0), value(1)] } },
  timeline: { spans: [span(0), span(1)], marks: [] },
  leftBehind: [],
  pendingWaits: [],
  virtualMs: 20,
  maximumInFlight: 2,
  longestBlockMs: 0,
  instrumented: true,
};

const rejected: Recording = {
  ...recording,
  test: 'rejects',
  ended: { kind: 'threw' },
  outcome: { kind: 'threw', error: { t: 'error', id: 0, name: 'Error', message: 'no', entries: [] } },
};

export const judgeWarmUp = `(() => {
  const door = globalThis.__interleave;
  door('load', { default: {
    holds(evidence) {
      const { expect, result } = evidence;
      expect(result, 'the result').toEqual([{ id: 0 }, { id: 1 }]);
      expect(result).toHaveLength(2);
      expect(result[0].id).toBe(0);
      expect(evidence).toTakeExactly(20);
      expect(evidence).toStartTogether('load');
      expect(evidence).toHaveCalledTimes('load', 2);
      expect(evidence).toLeaveNothingBehind();
    },
    differs: ({ expect, result }) => expect(result).toEqual([{ id: 2 }]),
    late: (evidence) => evidence.expect(evidence).toTakeExactly(10),
    rejects: (evidence) => evidence.expect(evidence).toRejectWith({ name: 'Error', message: 'no' }),
  } });
  door('names');
  const judge = (recording) => door('judge', JSON.stringify(recording));
  const returned = ${JSON.stringify(recording)};
  for (const test of ['holds', 'differs', 'late']) judge({ ...returned, test });
  judge(${JSON.stringify(rejected)});
})()`;
