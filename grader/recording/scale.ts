// Where a moment of virtual time lies between the left (0) and the right edge (1) of a timeline.
import type { Recording } from './types.ts';

export type Axis = 'time' | 'order';

/** One event: when it happened in virtual ms, and its place in the sequence of everything that happened. */
export type Moment = { virtualMs: number; seq: number };

export type Tick = { x: number; label: string };

/** A stretch of waiting that is drawn shorter than it was. */
export type Break = { x: number; waitedMs: number };

export type Scale = {
  /** Fraction of the width at which a moment of `recording` lies. */
  place: (moment: Moment, recording: Recording) => number;
  /** Right edge of the last event; beyond it only what never settled goes on. */
  end: number;
  ticks: Tick[];
  breaks: Break[];
};

const ROOM_FOR_PENDING = 0.12;
const TICK_DISTANCE = 0.09;
/** A wait is drawn at most this many times as long as the usual wait, and broken only if it is twice that. */
const LONGEST_WAIT = 5;

export function momentsOf(recording: Recording): Moment[] {
  const { spans, marks } = recording.timeline;
  const starts = spans.map((span) => ({ virtualMs: span.startMs, seq: span.startSeq }));
  const ends = spans.flatMap((span) =>
    span.endMs === null || span.endSeq === null ? [] : [{ virtualMs: span.endMs, seq: span.endSeq }],
  );
  return [...starts, ...ends, ...marks].toSorted((one, other) => one.seq - other.seq);
}

export function makeScale(recordings: Recording[], axis: Axis): Scale {
  const isPending = recordings.some(({ timeline }) => timeline.spans.some((span) => span.endMs === null));
  const end = isPending ? 1 - ROOM_FOR_PENDING : 1;
  return axis === 'time' ? timeScale(recordings, end) : orderScale(recordings, end);
}

/** Virtual ms, with long waits cut short so that the rest stays readable. */
function timeScale(recordings: Recording[], end: number): Scale {
  const times = distinctTimes(recordings);
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  const longest = LONGEST_WAIT * lowerMedian(gaps);
  const shown = gaps.map((gap) => (gap > 2 * longest ? longest : gap));
  const total = shown.reduce((sum, gap) => sum + gap, 0);
  const unit = total === 0 ? 0 : end / total;

  const xs = [0];
  for (const gap of shown) xs.push((xs.at(-1) ?? 0) + gap * unit);
  const xOf = new Map(times.map((time, index) => [time, xs[index] ?? 0]));
  return {
    place: ({ virtualMs }) => xOf.get(virtualMs) ?? 0,
    end,
    ticks: thinned(times.map((time, index) => ({ x: xs[index] ?? 0, label: String(time) }))),
    breaks: gaps.flatMap((gap, index) =>
      gap === shown[index] ? [] : [{ x: ((xs[index] ?? 0) + (xs[index + 1] ?? 0)) / 2, waitedMs: gap }],
    ),
  };
}

/** One slot of equal width per event: what happened first, second, third, in the same millisecond too. */
function orderScale(recordings: Recording[], end: number): Scale {
  const ranks = new Map(recordings.map((recording) => [recording, ranksOf(recording)]));
  const slots = Math.max(1, ...[...ranks.values()].map((rankOf) => rankOf.size));
  const xOf = (rank: number): number => ((rank + 0.5) / slots) * end;
  return {
    place: ({ seq }, recording) => xOf(ranks.get(recording)?.get(seq) ?? 0),
    end,
    ticks: thinned(Array.from({ length: slots }, (_, rank) => ({ x: xOf(rank), label: String(rank + 1) }))),
    breaks: [],
  };
}

function ranksOf(recording: Recording): Map<number, number> {
  return new Map(momentsOf(recording).map(({ seq }, rank) => [seq, rank]));
}

function distinctTimes(recordings: Recording[]): number[] {
  const times = recordings.flatMap((recording) => [
    recording.virtualMs,
    ...momentsOf(recording).map(({ virtualMs }) => virtualMs),
  ]);
  return [...new Set([0, ...times])].toSorted((one, other) => one - other);
}

function lowerMedian(values: number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) / 2)] ?? 0;
}

/** Drops ticks whose labels would touch; the last one always stays. */
function thinned(ticks: Tick[]): Tick[] {
  const last = ticks.at(-1);
  const kept: Tick[] = [];
  for (const tick of ticks) {
    const isClear = tick.x - (kept.at(-1)?.x ?? -1) >= TICK_DISTANCE;
    const isClearOfLast = tick === last || last === undefined || last.x - tick.x >= TICK_DISTANCE;
    if ((isClear && isClearOfLast) || tick === last || tick.x === 0) kept.push(tick);
  }
  return kept;
}
