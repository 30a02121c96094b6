import { describe, expect, test } from 'vitest';
import type { Mark, Recording, Span } from '#grader/recording/types.ts';
import { packRecordings, unpackRecordings } from '#server/queue/recordings.ts';

const span = (id: number, startSeq: number, value: string): Span => ({
  id,
  kind: 'call',
  name: 'fetchUser',
  args: [],
  startMs: id,
  endMs: id + 1,
  startSeq,
  endSeq: startSeq + 1,
  outcome: 'fulfilled',
  value,
  inFlight: 1,
});

const mark = (seq: number): Mark => ({
  kind: 'console',
  virtualMs: seq,
  seq,
  text: `line ${seq}`,
  level: 'log',
});

const recording = (name: string, spans: Span[], marks: Mark[] = []): Recording => ({
  test: name,
  ended: { kind: 'returned' },
  outcome: { kind: 'returned', value: 42 },
  timeline: { spans, marks },
  leftBehind: [],
  pendingWaits: [],
  virtualMs: 100,
  maximumInFlight: 1,
  longestBlockMs: 0,
  instrumented: true,
});

/** Text that does not compress. */
function noise(length: number, salt: number): string {
  let state = salt + 1;
  const letters = Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCodePoint(33 + (state % 90));
  });
  return letters.join('');
}

describe('recordings at rest', () => {
  test('come back as they were', () => {
    const recordings = [recording('one', [span(0, 0, 'a')], [mark(5)]), recording('two', [])];
    expect(unpackRecordings(packRecordings(recordings))).toEqual(recordings);
  });

  test('that are too large lose the end of the longest timeline, which says where', () => {
    const long = Array.from({ length: 100 }, (_, id) => span(id, id * 2, noise(200, id)));
    const packed = packRecordings([recording('long', long), recording('short', [span(0, 0, 'a')])], 10_000);
    expect(packed.length).toBeLessThanOrEqual(10_000);
    const [cut, short] = unpackRecordings(packed);
    expect(short?.timeline.cut).toBeUndefined();
    expect(cut?.timeline.cut).toEqual({ seq: 100, limit: 10_000 });
    expect(cut?.timeline.spans).toEqual(long.slice(0, 50));
    expect(cut?.outcome).toEqual({ kind: 'returned', value: 42 });
  });

  test('without a timeline to shorten lose the value', () => {
    const large: Recording = {
      ...recording('value', []),
      outcome: { kind: 'returned', value: noise(30_000, 7) },
    };
    const [cut] = unpackRecordings(packRecordings([large], 10_000));
    expect(cut?.outcome).toEqual({ kind: 'returned', value: { t: 'cut', why: 'size' } });
  });

  test('that cannot be shortened are left out rather than stored too large', () => {
    const stubborn = recording(noise(30_000, 3), []);
    expect(unpackRecordings(packRecordings([stubborn], 10_000))).toEqual([]);
  });
});
