// fails: runsBackwards: the count gets smaller
const schedule = [
  { readMs: 10, writeMs: 300 },
  { readMs: 10, writeMs: 200 },
  { readMs: 10, writeMs: 100 },
];

export const schedules = {
  losesOne: [
    { readMs: 10, writeMs: 140 },
    { readMs: 10, writeMs: 60 },
    { readMs: 10, writeMs: 10 },
  ],
  losesTwo: schedule,
  runsBackwards: schedule,
  lastComesFirst: schedule,
};
