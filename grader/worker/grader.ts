// What hosts see of the grader. `makeGrader` is the one way to run student code.
import type { Files, GradeResult, Json, Recording, TestVerdict } from '../recording/types.ts';

/** `manyAnswers`: what the reference does says nothing about another answer. */
export type ExerciseTest = { name: string; hidden: boolean; manyAnswers?: true };

/** The test files of an open exercise, which run beside the student's code. */
export type Spec = {
  /** By path below `spec/`. */
  files: Files;
  /** `test`: a fresh context for each test. `file`: a test finds what the tests before it left. */
  isolation: 'test' | 'file';
};

/** Where an exercise comes from that somebody else wrote. */
export type Source = { name: string; url: string; license: string; authors: string[] };

/** An exercise as plain data: the folder's files, parsed. Stored whole in the database by content hash. */
export type ExerciseBundle = {
  id: string;
  contentHash: string;
  title: string;
  description: string;
  level: 'introductory' | 'intermediate' | 'advanced';
  durationMinutes: number;
  order: number;
  topics: string[];
  prerequisites: string[];
  /** Markdown. */
  instructions: string;
  /** Markdown, one per hint. */
  hints: string[];
  /** By path: `solution.js`, `solution.ts`, or both; a language that has a starter is offered. */
  starter: Files;
  solution: Files;
  alternatives: { name: string; files: Files }[];
  mistakes: { name: string; failsTest: string; files: Files }[];
  /** TypeScript source of `scenarios.ts`; '' where there is a spec. */
  scenarios: string;
  /** TypeScript source of `expectations.ts`; '' where there is a spec. */
  expectations: string;
  /** Makes the exercise an open one. */
  spec?: Spec;
  source?: Source;
  tests: ExerciseTest[];
};

/** The part of a bundle that a grading needs. */
export type GradableExercise = Pick<
  ExerciseBundle,
  'id' | 'contentHash' | 'scenarios' | 'expectations' | 'spec' | 'tests'
> & {
  /** Both halves are JavaScript already, as `describe` told them. */
  isErased?: true;
};

export type GradeRequest = {
  exercise: GradableExercise;
  files: Files;
  seed: number;
  /** Run grades the visible tests, Submit all. */
  tests: 'visible' | 'all';
  /**
   * Replays one schedule (`recording.schedule`) instead of exploring: latencies of the simulated work in virtual ms, by order
   * of start.
   */
  schedule?: readonly number[];
  /** Recordings of the reference solution at the same seed; with them a failed test tells its first difference. */
  reference?: Recording[];
  /** Called after each test, in order. */
  onTest?: (test: TestVerdict) => void;
  signal?: AbortSignal;
  /** Whether the recordings are to hold the step trace of an event-loop step-through. */
  steps?: boolean;
};

export type RunFileResult = {
  /** Console lines in order, as Node prints them. */
  lines: { stream: 'stdout' | 'stderr'; text: string }[];
  /** As Node would exit: 0, 1 uncaught, 13 unsettled top-level await; 124 for a limit. */
  exitCode: number;
  virtualMs: number;
  /** The uncaught error or limit, as one text for stderr. */
  error?: string;
  /** What happened. Absent where nothing ran, or where the run cost the grader's process its life. */
  recording?: Recording;
};

/** What a program that is run without a scenario finds as globals. Plain data: nothing in it is run. */
export type Equipment = {
  /** Simulated functions by name. `{0}` in a text is the first argument of the call. */
  simulate: { [name: string]: DataBehaviour };
  /** What `fetch` answers, by method and path. */
  network?: { [route: string]: Json };
};

/** A behaviour of `lab.simulate` as far as it is data. */
export type DataBehaviour = { [field: string]: Json };

export type Grader = {
  grade(request: GradeRequest): Promise<GradeResult>;
  /** Executes one file under the virtual clock, without scenario or judge. */
  run(request: {
    files: Files;
    seed: number;
    steps?: boolean;
    equipment?: Equipment;
  }): Promise<RunFileResult>;
  /** Names and visibility of the tests in `scenarios`; throws ExerciseError where the two halves do not match. */
  describe(
    exercise: Pick<ExerciseBundle, 'id' | 'scenarios' | 'expectations' | 'spec'> & {
      solution?: Files;
      /** Told both halves as JavaScript, with the same lines and columns. */
      onErased?: (erased: Pick<ExerciseBundle, 'scenarios' | 'expectations'>) => void;
    },
  ): Promise<ExerciseBundle['tests']>;
  /** Ends the children. A grading under way is rejected with GraderUnavailableError. */
  close(): Promise<void>;
};
