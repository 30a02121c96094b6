// A seeded source of random numbers, so that a recording depends on nothing but its inputs.
import { imul } from './primordials.ts';

export type SeededRandom = {
  /** A number in [0, 1). */
  next(): number;
  seed(seed: number): void;
};

/** Mulberry32: small, fast, and good enough for jitter and shuffles. Not for secrets. */
export function makeRandom(seed = 0): SeededRandom {
  let state = seed >>> 0;
  return {
    seed(to) {
      state = to >>> 0;
    },
    next() {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = imul(state ^ (state >>> 15), state | 1);
      mixed = (mixed + imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    },
  };
}
