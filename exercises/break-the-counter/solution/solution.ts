export type Schedule = { readMs: number; writeMs: number }[];
export type Task = 'losesOne' | 'losesTwo' | 'runsBackwards' | 'lastComesFirst';

const quick = { readMs: 10, writeMs: 10 };

/** Latencies in ms, for Ada (who comes at 0 ms), Bo (at 100 ms) and Cem (at 200 ms). */
export const schedules: Record<Task, Schedule> = {
  // Bo reads 0 at 110 ms; Ada's 1 is there at 160 ms.
  losesOne: [{ ...quick, writeMs: 150 }, quick, quick],
  // Cem reads 0 at 210 ms, and nobody has written by then.
  losesTwo: [{ ...quick, writeMs: 300 }, { ...quick, writeMs: 200 }, quick],
  // Ada's 1 lands at 410 ms, when Cem's 2 is there already.
  runsBackwards: [{ ...quick, writeMs: 400 }, quick, quick],
  // Cem is through at 220 ms, then Bo reads 1 at 250 ms, then Ada reads 2 at 300 ms.
  lastComesFirst: [{ ...quick, readMs: 300 }, { ...quick, readMs: 150 }, quick],
};
