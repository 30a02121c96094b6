// fails: losesOne: the count ends at 2
const allReadZero = [
  { readMs: 10, writeMs: 300 },
  { readMs: 10, writeMs: 200 },
  { readMs: 10, writeMs: 100 },
];

export const schedules = {
  losesOne: allReadZero,
  losesTwo: allReadZero,
  runsBackwards: allReadZero,
  lastComesFirst: allReadZero,
};
