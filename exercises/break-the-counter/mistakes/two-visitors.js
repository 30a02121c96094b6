// fails: losesOne: the count ends at 2
const two = [
  { readMs: 10, writeMs: 140 },
  { readMs: 10, writeMs: 60 },
];

export const schedules = { losesOne: two, losesTwo: two, runsBackwards: two, lastComesFirst: two };
