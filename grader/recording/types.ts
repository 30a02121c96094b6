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

/** A stretch of virtual time: a simulated call or request, or a timer from being set to firing. */
export type Span = {
  /** Counts spans from 0 in order of start; unique within a recording. */
  id: number;
  kind: 'call' | 'fetch' | 'timer' | 'interval' | 'immediate';
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
  kind: 'timer' | 'interval' | 'listener' | 'call' | 'promise';
  name: string;
  /** Virtual ms at which it would have happened, for timers and calls. */
  dueMs?: number;
  at?: SourcePosition;
};

/** An `await` or a result that waits for a promise nothing settles. */
export type PendingWait = { awaitedAt: SourcePosition; madeAt?: SourcePosition };

/** Everything that happened in one test. Deterministic: no real time, no heap size. */
export type Recording = {
  test: string;
  ended: Ended;
  outcome: { kind: 'returned'; value: Encoded } | { kind: 'threw'; error: Encoded } | { kind: 'none' };
  timeline: Timeline;
  leftBehind: LeftBehind[];
  pendingWaits: PendingWait[];
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
