// fails: runsBackwards: the count gets smaller
const odd = [
  { readMs: 10, writeMs: 400 },
  { readMs: 10, writeMs: 0.5 },
  { readMs: 10, writeMs: -10 },
];

export const schedules = { losesOne: odd, losesTwo: odd, runsBackwards: odd, lastComesFirst: odd };
