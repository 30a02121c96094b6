// fails: losesOne: the count ends at 2
// The write of Ada lands at 105 ms. Bo asks at 100 ms, but is answered at 110 ms.
const schedule = [
  { readMs: 10, writeMs: 95 },
  { readMs: 10, writeMs: 10 },
  { readMs: 10, writeMs: 10 },
];

export const schedules = {
  losesOne: schedule,
  losesTwo: schedule,
  runsBackwards: schedule,
  lastComesFirst: schedule,
};
