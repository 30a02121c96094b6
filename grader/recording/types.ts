// The shapes that cross from the grader to everybody else: pure data, the same in child, host, database and page.
// `grader/reports/schemas.ts` holds the zod schemas of the same shapes.

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A place in the student's file. Line and column count from 1. */
export type SourcePosition = { file: string; line: number; column: number };

/** `{ path: source }` of a submission, e.g. `{ 'solution.ts': '…' }`. */
export type Files = { [path: string]: string };

/**
 * A JavaScript value as bounded JSON. `null`, booleans, finite numbers and strings stand for themselves; all else is a
 * tagged object. `id` numbers containers, so that `ref` can point back at one (cycles, shared references).
 */
export type Encoded =
  | null
  | boolean
  | number
  | string
  | { t: 'undefined' }
  | { t: 'number'; v: 'NaN' | 'Infinity' | '-Infinity' | '-0' }
  | { t: 'bigint'; v: string }
  | { t: 'symbol'; v: string }
  | { t: 'function'; v: string }
  | { t: 'promise' }
  | { t: 'array'; id: number; items: Encoded[] }
  | { t: 'hole' }
  | { t: 'object'; id: number; class: string; entries: [string, Encoded][] }
  | { t: 'map'; id: number; entries: [Encoded, Encoded][] }
  | { t: 'set'; id: number; items: Encoded[] }
  | { t: 'date'; v: number | null }
  | { t: 'regexp'; v: string }
  | { t: 'bytes'; class: string; items: (number | string)[] }
  | EncodedError
  | { t: 'ref'; id: number }
  | { t: 'getter' }
  | { t: 'cut'; why: 'depth' | 'size' | 'unreadable' };

export type EncodedError = {
  t: 'error';
  id: number;
  name: string;
  message: string;
  at?: SourcePosition;
  cause?: Encoded;
  errors?: Encoded[];
  entries: [string, Encoded][];
};

/** Why a test's run ended. `at` is the line at fault, where one is known. */
export type Ended =
  | {
      kind: 'returned' | 'threw' | 'never-settled' | 'unhandled-rejection' | 'syntax-error' | 'load-error';
      at?: SourcePosition;
    }
  | { kind: 'limit'; limit: 'resources' | 'virtual-time' | 'timers' | 'output' };

/** A stretch of virtual time: a simulated call or request, or a timer, microtask or tick from being queued to running. */
export type Span = {
  /** Counts spans from 0 in order of start; unique within a recording. */
  id: number;
  kind: 'call' | 'fetch' | 'timer' | 'interval' | 'immediate' | 'microtask' | 'tick';
  /** `fetchUser`, `GET /users/1`, `setTimeout` … */
  name: string;
  /** Arguments of a simulated call; empty for timers. */
  args: Encoded[];
  startMs: number;
  /** `null` while nothing settled it: the call or timer was still pending when the recording ended. */
  endMs: number | null;
  /** Sequence numbers order everything that happened, also within one virtual millisecond. */
  startSeq: number;
  endSeq: number | null;
  outcome: 'fulfilled' | 'rejected' | 'cancelled' | 'fired' | 'pending';
  /** What the call settled with. Absent while pending. */
  value?: Encoded;
  /** The student's line that made the call or set the timer. */
  at?: SourcePosition;
  /** Span whose callback or settlement led to this one, where known. */
  initiator?: number;
  /** Simulated calls in flight just after this one started, itself included; 0 for timers. */
  inFlight: number;
};

/** A point in virtual time. */
export type Mark = {
  kind: 'console' | 'abort' | 'settled' | 'event' | 'block';
  virtualMs: number;
  seq: number;
  /** console: the printed line; abort: the reason; settled: `fulfilled` or `rejected`; event: source and type; block: its ms. */
  text: string;
  /** console: `log`, `error`, … */
  level?: string;
  at?: SourcePosition;
};

export type Timeline = {
  spans: Span[];
  marks: Mark[];
  /** Set when the recording was cut: the first sequence number that is missing, and why. */
  cut?: { seq: number; limit: number };
};

/** Something that outlived the test. */
export type LeftBehind = {
  kind: 'timer' | 'interval' | 'immediate' | 'listener' | 'call' | 'promise';
  name: string;
  /** Virtual ms at which it would have happened, for timers and calls. */
  dueMs?: number;
  at?: SourcePosition;
  /** For a call: what throws its promise away, where the syntax tells. */
  notAwaited?: NotAwaited;
};

/**
 * Why nobody waits for a promise: its value is dropped, kept in a variable that is never read, or given to `forEach`. `at`
 * is the place that does so; it may be lines away from the call itself.
 */
export type NotAwaited = { why: 'dropped' | 'unused' | 'for-each'; at: SourcePosition };

/** An `await` or a result that waits for a promise nothing settles. */
export type PendingWait = {
  awaitedAt: SourcePosition;
  madeAt?: SourcePosition;
  /** What made it: `new Promise`, `Promise.all`, `fetchUser`; `thenable` for an object whose `then` never called back. */
  madeBy?: string;
};

/** A promise of the student's that was still pending when the run came to a stop. */
export type UnsettledPromise = { at: SourcePosition; by: string };

/** One step of a run, in the order in which the engine took them; `stateAt` of `steps.ts` says what holds after it. */
export type Step = {
  kind:
    | 'run-task'
    | 'run-microtask'
    | 'call'
    | 'return'
    | 'suspend'
    | 'yield'
    | 'resume'
    | 'queue-task'
    | 'cancel-task'
    | 'queue-microtask'
    | 'console'
    | 'abort'
    | 'event'
    | 'block'
    | 'settled';
  virtualMs: number;
  at?: SourcePosition;
  /** The activation of a function that the step is about; each has its own number. */
  frame?: number;
  /** call: the function's name; '' for one without. */
  name?: string;
  /** Index into `microtasks`: what runs, what the function goes on as, or what called it. */
  microtask?: number;
  /** Id of the span whose task runs, is queued or cancelled; absent for one of the scenario's own. */
  task?: number;
  /** queue-task: virtual ms at which it is due; absent where it never comes. */
  dueMs?: number;
  /** console: the line; abort: the reason; event: its name; block: how many ms of work; settled: `fulfilled` or `rejected`; queue-task: `fetchUser(1)`, `setTimeout`. */
  text?: string;
  /** console: `log`, `error`, … */
  level?: string;
};

/**
 * A microtask of the student's code. `resume`: a function goes on after an await. `then`, `catch`, `finally`: a callback.
 * `pass`: a `then` or `catch` without a handler for this outcome. `adopt` and `carry`: a promise that was returned from an
 * async function or a callback is asked for its outcome, and the outcome is carried over. `thenable`: `then` of an awaited
 * object is called. `combine`: Promise.all and its like take one outcome. `microtask`, `tick`: queueMicrotask, process.nextTick.
 */
export type Microtask = {
  kind:
    | 'resume'
    | 'then'
    | 'catch'
    | 'finally'
    | 'pass'
    | 'adopt'
    | 'carry'
    | 'thenable'
    | 'combine'
    | 'microtask'
    | 'tick';
  /** What is called at `at`: `await`, `then`, `Promise.all`; for `adopt` and `carry` the function that returned. */
  name: string;
  at?: SourcePosition;
  /** The activation that goes on. */
  frame?: number;
  /** Index of the step after which it stood in the queue, and of the step that ran it; `null`: not in this recording. */
  queuedAt: number | null;
  ranAt: number | null;
};

export type StepTrace = {
  steps: Step[];
  microtasks: Microtask[];
  /** Set when there were more steps than are kept. */
  cut?: { limit: number };
};

/** Everything that happened in one test. Deterministic: no real time, no heap size. */
export type Recording = {
  test: string;
  ended: Ended;
  outcome: { kind: 'returned'; value: Encoded } | { kind: 'threw'; error: Encoded } | { kind: 'none' };
  timeline: Timeline;
  leftBehind: LeftBehind[];
  pendingWaits: PendingWait[];
  /** With `never-settled`: promises that nothing settles, awaited or not, oldest first. */
  unsettled?: UnsettledPromise[];
  /** With `unhandled-rejection`: where the rejected promise was made, if its reason tells no line. */
  rejectedAt?: SourcePosition;
  /** What the scenario called and the entry file does not export: the run ended with that. */
  missingExport?: { name: string; file: string };
  /** Set when the run was ended because it read the clock so often without yielding. */
  busyWait?: { reads: number; at?: SourcePosition };
  /** Only where the run was made to be stepped through. */
  steps?: StepTrace;
  /** Timers alive when the limit of timers was reached; absent where another limit was. */
  liveTimers?: number;
  /** When the scenario settled; where it never did, when the clock stopped. */
  virtualMs: number;
  /** Most simulated calls in flight at one time. */
  maximumInFlight: number;
  /** Longest stretch of virtual CPU time spent by `work(ms)` without yielding. */
  longestBlockMs: number;
  /** Console lines and characters that were dropped at the output limit. */
  droppedOutput?: { lines: number; characters: number };
  /**
   * Of a scenario that is explored: the latencies of its simulated work, in virtual ms, by order of start. The same list
   * given back replays the recording exactly.
   */
  schedule?: number[];
  /** How many other schedules the scenario was run under, and how many of them failed. */
  exploration?: { schedules: number; failed: number };
  /** Set where right answers differ in what they do: this recording is compared with no other. */
  manyAnswers?: true;
  /** False when the instrumentation pass was skipped: positions of awaits and calls may be missing. */
  instrumented: boolean;
};

/** A message code with its parameters; `sentence()` of `#grader/recording/sentences.ts` makes it readable. */
export type Finding = { code: string; params: { [key: string]: Json }; at?: SourcePosition };

export type TestVerdict = {
  name: string;
  hidden: boolean;
  outcome: 'passed' | 'failed' | 'not-run';
  ended: Ended;
  /** The first says why the test failed, for the reader in a hurry; the others add to it. */
  findings: Finding[];
  virtualMs: number;
};

export type Verdict = {
  outcome: 'passed' | 'failed' | 'errored' | 'grader-fault';
  tests: TestVerdict[];
  /** Findings about the submission as a whole: syntax and load errors, a grader fault. */
  findings: Finding[];
  sealed: boolean;
  exercise: { id: string; contentHash: string };
  engineVersion: string;
  seed: number;
};

/** What is not deterministic, kept apart from the recording. */
export type Usage = {
  wallMs: number;
  isolateMs: number;
  /** Which real limit ended a test, where one did. */
  resource?: 'cpu' | 'memory' | 'wall' | 'rss' | 'crash';
};

export type GradeResult = { verdict: Verdict; recordings: Recording[]; usage: Usage };
