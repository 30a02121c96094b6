// What the command's exit codes mean, in one place.

export const ExitCode = {
  Passed: 0,
  Failed: 1,
  /** The submission is in error: it does not parse, or cannot be loaded. */
  Errored: 2,
  /** Ours, or a wrong use of the command. */
  Usage: 3,
} as const;

/** A wrong use of the command: one sentence with the value and what was expected. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code = 'USAGE';
}
