/** Real time of a grading. Measured by the host: neither a verdict nor a recording knows of it. */
export type Timing = {
  startedAt: Date;
  /** Real ms by name of the test: from the report of the test before it, or from the start. */
  testWallMs: ReadonlyMap<string, number>;
};
