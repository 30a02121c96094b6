// Failures of our own machinery. What student code does is data, never one of these.

/** No child could be started, or the grader was closed while grading. The same request may succeed later. */
export class GraderUnavailableError extends Error {
  override readonly name = 'GraderUnavailableError';
  readonly code = 'GRADER_UNAVAILABLE';
}

/** Files of content are wrong. `problems` holds one sentence each, with file and field or line. */
export class ContentError extends Error {
  override readonly name: string = 'ContentError';
  readonly code: string = 'CONTENT_INVALID';
  readonly problems: string[];
  constructor(what: string, problems: string[]) {
    super(`${what}: ${problems.join('; ')}`);
    this.problems = problems;
  }
}

/** An exercise's files are wrong. */
export class ExerciseError extends ContentError {
  override readonly name = 'ExerciseError';
  override readonly code = 'EXERCISE_INVALID';
  constructor(exercise: string, problems: string[]) {
    super(`Exercise "${exercise}"`, problems);
  }
}

/** What is wrong with a folder whose loading has thrown this: whatever it is, the other folders are none the worse for it. */
export function problemsOf(error: unknown): string[] {
  if (error instanceof ContentError) return error.problems;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof RangeError && message.includes('call stack'))
    return ['is nested too deeply to be read'];
  return [`cannot be read: ${message.split('\n')[0] ?? ''}`];
}
