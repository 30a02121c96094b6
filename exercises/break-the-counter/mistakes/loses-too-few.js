// fails: losesTwo: the count ends at 1
const oneOverlap = [
  { readMs: 10, writeMs: 140 },
  { readMs: 10, writeMs: 60 },
  { readMs: 10, writeMs: 10 },
];

export const schedules = {
  losesOne: oneOverlap,
  losesTwo: oneOverlap,
  runsBackwards: oneOverlap,
  lastComesFirst: oneOverlap,
};
