const plan = (...times) => [0, 2, 4].map((at) => ({ readMs: times[at], writeMs: times[at + 1] }));

export const schedules = {
  losesOne: plan(1, 1, 1, 150, 1, 500),
  losesTwo: plan(250, 1, 150, 1, 1, 500),
  runsBackwards: plan(1, 300, 1, 1, 1, 1),
  lastComesFirst: plan(499, 1, 301, 1, 1, 1),
};
