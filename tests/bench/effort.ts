// How much of each is measured: so many rounds of all, and within a round so many runs of each.

export type Effort = {
  rounds: number;
  gradings: number;
  commands: number;
  warmReruns: number;
  throughputMs: number;
  /** After how many gradings of one child its memory is read; the last decides how many there are. */
  memoryMarks: number[];
};

export const fullEffort: Effort = {
  rounds: 7,
  gradings: 30,
  commands: 2,
  warmReruns: 3,
  throughputMs: 1000,
  memoryMarks: [1, 100, 1000, 2500, 5000],
};

/** For development: its ratios are no figures to quote. */
export const quickEffort: Effort = {
  rounds: 2,
  gradings: 10,
  commands: 1,
  warmReruns: 1,
  throughputMs: 300,
  memoryMarks: [1, 100, 300],
};
