/** Latencies in ms, for Ada (who comes at 0 ms), Bo (at 100 ms) and Cem (at 200 ms). */
export const schedules = {
  // Bo reads 0 at 110 ms, before Ada's 1 is there.
  losesOne: [
    { readMs: 10, writeMs: 140 },
    { readMs: 10, writeMs: 60 },
    { readMs: 10, writeMs: 10 },
  ],
  // All three read 0.
  losesTwo: [
    { readMs: 10, writeMs: 300 },
    { readMs: 10, writeMs: 200 },
    { readMs: 10, writeMs: 100 },
  ],
  // Ada's 1 lands at 410 ms, when Cem's 2 is there already.
  runsBackwards: [
    { readMs: 10, writeMs: 400 },
    { readMs: 10, writeMs: 10 },
    { readMs: 10, writeMs: 10 },
  ],
  // Cem is through at 220 ms, then Bo reads 1 at 250 ms, then Ada reads 2 at 300 ms.
  lastComesFirst: [
    { readMs: 300, writeMs: 10 },
    { readMs: 150, writeMs: 10 },
    { readMs: 10, writeMs: 10 },
  ],
};
