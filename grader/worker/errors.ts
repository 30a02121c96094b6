// Failures of our own machinery. What student code does is data, never one of these.

/** No child could be started, or the grader was closed while grading. The same request may succeed later. */
export class GraderUnavailableError extends Error {
  override readonly name = 'GraderUnavailableError';
  readonly code = 'GRADER_UNAVAILABLE';
}

/** An exercise's files are wrong. `problems` holds one sentence each, with file and field or line. */
export class ExerciseError extends Error {
  override readonly name = 'ExerciseError';
  readonly code = 'EXERCISE_INVALID';
  readonly problems: string[];
  constructor(exercise: string, problems: string[]) {
    super(`Exercise "${exercise}": ${problems.join('; ')}`);
    this.problems = problems;
  }
}
