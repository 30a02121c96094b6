// fails: lastComesFirst: all are counted, from the last to the first
export const schedules = {
  losesOne: [
    { readMs: 10, writeMs: 140 },
    { readMs: 10, writeMs: 60 },
    { readMs: 10, writeMs: 10 },
  ],
  losesTwo: [
    { readMs: 10, writeMs: 300 },
    { readMs: 10, writeMs: 200 },
    { readMs: 10, writeMs: 100 },
  ],
  runsBackwards: [
    { readMs: 10, writeMs: 400 },
    { readMs: 10, writeMs: 10 },
    { readMs: 10, writeMs: 10 },
  ],
  lastComesFirst: [
    { readMs: 10, writeMs: 400 },
    { readMs: 10, writeMs: 200 },
    { readMs: 10, writeMs: 10 },
  ],
};
