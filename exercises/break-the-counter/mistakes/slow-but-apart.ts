// fails: losesOne: the count ends at 2
const schedule = [
  { readMs: 45, writeMs: 50 },
  { readMs: 45, writeMs: 50 },
  { readMs: 250, writeMs: 250 },
];

export const schedules = {
  losesOne: schedule,
  losesTwo: schedule,
  runsBackwards: schedule,
  lastComesFirst: schedule,
};
