/** Latencies in ms, for Ada (who comes at 0 ms), Bo (at 100 ms) and Cem (at 200 ms). */
export type Schedule = { readMs: number; writeMs: number }[];
export type Task = 'losesOne' | 'losesTwo' | 'runsBackwards' | 'lastComesFirst';

export const schedules: Record<Task, Schedule> = {
  losesOne: [
    { readMs: 10, writeMs: 10 },
    { readMs: 10, writeMs: 10 },
    { readMs: 10, writeMs: 10 },
  ],
  losesTwo: [
    { readMs: 10, writeMs: 10 },
    { readMs: 10, writeMs: 10 },
    { readMs: 10, writeMs: 10 },
  ],
  runsBackwards: [
    { readMs: 10, writeMs: 10 },
    { readMs: 10, writeMs: 10 },
    { readMs: 10, writeMs: 10 },
  ],
  lastComesFirst: [
    { readMs: 10, writeMs: 10 },
    { readMs: 10, writeMs: 10 },
    { readMs: 10, writeMs: 10 },
  ],
};
