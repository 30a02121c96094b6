// Every limit of a grading, in one place. Reasons and measurements: docs/decisions/020-limits.md.

export const limits = {
  memoryLimitMiB: 64,
  /** Real time in the isolate, per test: the fast path that saves a respawn. */
  isolateTimeLimitMs: 1000,
  /** For the second try of a test that reached the first limit without its share of processor time. */
  secondTimeLimitMs: 3500,
  /** Held by the parent, by SIGKILL; once more as long for a child that has had little processor time. */
  wallTestLimitMs: 2500,
  wallSubmissionLimitMs: 10_000,
  rssLimitMiB: 512,
  rssPollMs: 15,
  /** All files of a submission together. */
  sourceLimitBytes: 64 * 1024,
  fileLimit: 20,
  nestingLimit: 200,
  firingLimit: 5000,
  liveTimerLimit: 10_000,
  virtualTimeLimitMs: 600_000,
  crossingLimit: 20_000,
  eventLimit: 2000,
  lineLimit: 500,
  lineLength: 2048,
  characterLimit: 65_536,
  /** After the scenario has settled, the loop goes on for this much virtual time to show what was left running. */
  aftermathMs: 1000,
  messageLimitBytes: 4 * 1024 * 1024,
  childRecycleAfter: 5000,
} as const;
