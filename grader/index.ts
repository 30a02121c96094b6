// The door for hosts: the command line, the grader process, app/_grading. The only re-exporting file in the repository.
export type {
  Equipment,
  ExerciseBundle,
  ExerciseTest,
  GradableExercise,
  Grader,
  GradeRequest,
  RunFileResult,
} from './worker/grader.ts';
export type { LessonBlock, LessonBundle, RunSnippet, TrackBundle } from './worker/lesson.ts';
export { ContentError, ExerciseError, GraderUnavailableError, problemsOf } from './worker/errors.ts';
export {
  findReferenceProblems,
  listContent,
  type BrokenContent,
  type ContentFolder,
  type ContentKind,
} from './worker/content.ts';
export { loadLesson } from './worker/lessons.ts';
export { loadTrack } from './worker/load-track.ts';
export { bundleForNode } from './sandbox/node-bundle.ts';
export { nodeSnapshotFlags } from './sandbox/node-snapshot.ts';
export { ENGINE_VERSION } from './worker/engine-version.ts';
export { limits } from './worker/limits.ts';
export { listExercises, loadExercise, loadExercises } from './worker/load-exercise.ts';
export { makeGrader } from './worker/make-grader.ts';
export { precheck } from './worker/precheck.ts';
export { findProgram, useProgram, type ChildProgram } from './worker/child-program.ts';
export {
  renderReport,
  renderTrace,
  reportFormats,
  type ReportFormat,
  type Reported,
} from './reports/formats.ts';
export {
  checkReportSchema,
  gradeResultSchema,
  recordingSchema,
  runReportSchema,
  verdictSchema,
} from './reports/schemas.ts';
