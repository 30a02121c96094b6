// Shapes that a page may see of an attempt. Types only, so that client components can import them.
import type { Files, Finding, Recording, TestVerdict } from '#grader/recording/types.ts';

/** A test as its viewer may see it. For students a hidden one is called "Hidden test 1" and has no findings. */
export type TestView = TestVerdict;

export type AttemptState = 'QUEUED' | 'GRADING' | 'DONE' | 'FAULT' | 'CANCELLED';

export type VerdictView = {
  outcome: 'passed' | 'failed' | 'errored' | 'grader-fault';
  tests: TestView[];
  /** Findings about the code as a whole. */
  findings: Finding[];
  sealed: boolean;
  seed: number;
  engineVersion: string;
};

export type AttemptView = {
  id: string;
  kind: 'run' | 'submission';
  /** 1, 2, … per student and exercise; submissions only. */
  number?: number;
  exerciseId: string;
  state: AttemptState;
  /** ISO 8601. */
  createdAt: string;
  codeHash: string;
  /** `null` for a run whose source has been deleted after seven days. */
  files: Files | null;
  verdict: VerdictView | null;
  recordings: Recording[];
  /** The reference solution's recordings of the same tests, without the lines of its source. */
  reference: Recording[];
};

/** What `GET /api/attempts/:id/events` sends, by the name of the event. */
export type AttemptEvent =
  /** `place` counts from 1. */
  | { event: 'queued'; data: { place: number } }
  | { event: 'started'; data: { id: string } }
  | { event: 'test'; data: TestView & { index: number } }
  | { event: 'done' | 'fault' | 'cancelled'; data: AttemptView };

/** Answer of `POST /api/submissions`. `existing`: the code is the one already handed in under this number. */
export type SubmissionAnswer = { id: string; number: number; existing: boolean };

/** Answer of `POST /api/runs`. */
export type RunAnswer = { id: string };

/** Body of every answer that is not a success. `fields` names what was wrong in the body sent. */
export type ErrorAnswer = { error: string; fields?: { [field: string]: string } };
