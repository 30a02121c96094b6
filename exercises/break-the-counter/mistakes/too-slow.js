// fails: losesTwo: the count ends at 1
const slow = [
  { readMs: 10, writeMs: 5000 },
  { readMs: 10, writeMs: 4000 },
  { readMs: 10, writeMs: 3000 },
];

export const schedules = { losesOne: slow, losesTwo: slow, runsBackwards: slow, lastComesFirst: slow };
