import type { Evidence, Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

/** The times at which the photos have to start, and the end of the last batch. */
function planOf(latenciesMs: number[]): { startsMs: number[]; endMs: number } {
  const startsMs: number[] = [];
  let endMs = 0;
  for (let from = 0; from < latenciesMs.length; from += 3) {
    const batch = latenciesMs.slice(from, from + 3);
    startsMs.push(...batch.map(() => endMs));
    endMs += Math.max(...batch);
  }
  return { startsMs, endMs };
}

function compareUploads({ expect, calls }: Evidence, photos: string[]): void {
  const uploaded = calls('upload').map(({ args }) => args[0]);
  expect(uploaded, 'the photos in the order of their uploads').toEqual(photos);
}

export default {
  'seven photos go in three batches': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toHaveInFlightAtMost(3);
    expect(evidence).toHaveCalledTimes('upload', 7);
    expect(evidence).toStartAt('upload', [0, 0, 0, 100, 100, 100, 200]);
    expect(evidence.result).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `/photos/${name}`));
    expect(evidence).toTakeExactly(300);
  },

  'a batch starts when all of the one before have arrived': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toHaveInFlightAtMost(3);
    expect(evidence).toStartAt('upload', [0, 0, 0, 300, 300, 300, 700]);
    expect(evidence).toTakeExactly(780);
  },

  'addresses come in the order of the photos': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual(['beach', 'boat', 'bird', 'bus'].map((name) => `/photos/${name}`));
  },

  'any number of photos, slow and quick ones': (evidence) => {
    const { expect } = evidence;
    const { photos, latenciesMs, addresses } = evidence.result;
    const { startsMs, endMs } = planOf(latenciesMs);
    expect(evidence).toHaveInFlightAtMost(3);
    compareUploads(evidence, photos);
    expect(evidence).toStartAt('upload', startsMs);
    expect(addresses, 'the addresses').toEqual(photos.map((photo) => `/photos/${photo}`));
    expect(evidence).toTakeExactly(endMs);
  },

  'after a failure, no further batch starts': (evidence) => {
    const { expect } = evidence;
    const { failsAfterMs, rejection, rejectedAtMs } = evidence.result;
    expect(rejection, 'what it rejected with').toBe('Error: Photo is damaged');
    expect(evidence).toHaveCalledTimes('upload', 6);
    expect(rejectedAtMs, 'virtual ms at which it rejected').toBe(100 + failsAfterMs);
  },

  'two photos, one, or none': (evidence) => {
    const { expect } = evidence;
    const { two, one, addresses } = evidence.result;
    const expected = [[], one, two].map((photos) => photos.map((photo) => `/photos/${photo}`));
    expect(addresses, 'the addresses of none, one and two').toEqual(expected);
    expect(evidence).toStartAt('upload', [0, 50, 50]);
    expect(evidence).toTakeExactly(100);
  },

  'the list of photos is left as it was': (evidence) => {
    const { expect } = evidence;
    const { photos, mine } = evidence.result;
    expect(mine, 'the list afterwards').toEqual(photos);
  },
} satisfies Expectations<typeof scenarios>;
