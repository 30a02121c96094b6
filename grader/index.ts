// The door for hosts: the command line, the grader process, app/_grading. The only re-exporting file in the repository.
export type {
  ExerciseBundle,
  GradableExercise,
  Grader,
  GradeRequest,
  RunFileResult,
} from './worker/grader.ts';
