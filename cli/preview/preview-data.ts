// What the preview of an author's folder shows: made by `interleave preview`, read by its page.
import type { LessonBundle } from '#grader/index.ts';
import type { Files, Recording } from '#grader/recording/types.ts';

export type PreviewedTest = { name: string; hidden: boolean };

/** An answer that is kept with the exercise, and what became of it. */
export type PreviewedAnswer = {
  kind: 'solution' | 'alternative' | 'starter' | 'mistake';
  /** Its path in the folder: `mistakes/one-by-one.ts`. */
  path: string;
  source: string;
  /** Of a mistake: the test that must fail. */
  failsTest?: string;
  outcome: 'passed' | 'failed' | 'errored' | 'grader-fault';
  /** One for each test; `sentence` says why it failed. */
  tests: { name: string; outcome: 'passed' | 'failed' | 'not-run'; sentence: string }[];
  /** Why it is in error as a whole; ''. */
  fault: string;
  recordings: Recording[];
};

export type PreviewedExercise = {
  title: string;
  description: string;
  level: string;
  durationMinutes: number;
  topics: string[];
  instructions: string;
  hints: string[];
  starter: Files;
  tests: PreviewedTest[];
  answers: PreviewedAnswer[];
};

export type PreviewData = { id: string; /** What is wrong, with file and line. */ problems: string[] } & (
  | { kind: 'exercise'; exercise: PreviewedExercise }
  | { kind: 'lesson'; lesson: LessonBundle; words: number }
  | { kind: 'broken' }
);
