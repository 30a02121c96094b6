// The types that an exercise is written against. Types only: `scenarios.ts` and `expectations.ts` import nothing else.
import type { LeftBehind, Recording, SourcePosition } from './recording/types.ts';
import type { Assertion, ExpectStatic } from '@vitest/expect';

/**
 * How one simulated call behaves. `ms` is the latency in virtual ms. At most one of `value` and `rejects` decides the
 * settlement; each may be a function of the call's arguments and its index (0 for the first call of that name).
 */
export type Behaviour = {
  ms: number | ((args: unknown[], index: number) => number);
  value?: unknown;
  /** A message (an `Error` is made), or a function that returns a message, an error, or `undefined` for "does not reject". */
  rejects?: string | ((args: unknown[], index: number) => unknown);
  /** Rejects with the signal's reason as soon as an `AbortSignal` found among the arguments (or in `{ signal }`) aborts. */
  abortable?: boolean;
  /** Never settles. */
  hangs?: boolean;
};

/** `value` may also be a function `(...args) => value`; it is called when the call settles. */
export type Behaviours = { [name: string]: Behaviour };

// A simulated function takes whatever the student passes.
// oxlint-disable-next-line typescript/no-explicit-any
export type Simulated<B extends Behaviours> = { [Name in keyof B]: (...args: any[]) => Promise<any> };

/** What a scenario is given. It runs beside the student's code, in the student's isolate; it holds no expected value. */
export type Lab<Solution> = {
  /** The exports of the student's module. */
  solution: Solution;
  /** Makes simulated asynchronous functions that are recorded in the timeline. */
  simulate: <B extends Behaviours>(behaviours: B) => Simulated<B>;
  /** Seeded: the same seed gives the same numbers, in [0, 1). */
  random: () => number;
  /** A seeded whole number from `low` to `high`, both included. */
  integer: (low: number, high: number) => number;
  /** Waits in virtual time, without leaving a timer of its own in the student's timeline. */
  sleep: (ms: number) => Promise<void>;
  /** Virtual ms since the test began. */
  now: () => number;
  /** Spends virtual CPU time without yielding. */
  work: (ms: number) => void;
};

export type Scenario<Solution> = {
  /** Hidden tests run on Submit only; students see neither their name nor their values. */
  hidden?: boolean;
  /**
   * The submission may replace built-ins of the language, as a polyfill does. They are protected otherwise, for the scenario
   * computes with them: with this, take nothing from them that decides.
   */
  mayReplaceBuiltIns?: boolean;
  /**
   * Also runs the scenario under other schedules (100, or as many as given): all simulated work takes latencies drawn from a
   * seeded source, and the expectation judges each. It must therefore hold whoever answers first.
   */
  explore?: true | { schedules: number };
  /** Calls the student's functions and returns plain data. */
  run(lab: Lab<Solution>): unknown;
};

/** Default export of `scenarios.ts`, by test name, in the order in which they are shown. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Scenarios<Solution = any> = { [test: string]: Scenario<Solution> };

/** A simulated call as an expectation sees it. Times in virtual ms. */
export type Call = {
  name: string;
  args: unknown[];
  startMs: number;
  endMs: number | null;
  outcome: 'fulfilled' | 'rejected' | 'cancelled' | 'pending';
  value: unknown;
  inFlight: number;
  at?: SourcePosition;
};

export type ConsoleLine = { level: string; text: string; virtualMs: number };

/** What an expectation is given: the recording, decoded. It runs in an isolate that no student code enters. */
export type Evidence = {
  expect: Expect;
  /** What the scenario returned. Reading it when the run ended otherwise fails the test with the reason. */
  readonly result: unknown;
  /** What the scenario threw, or `undefined`. Reading it marks the throw as expected. */
  readonly error: unknown;
  /** Simulated calls in order of start; of one name, if given. */
  calls: (name?: string) => Call[];
  /** Console lines in order. */
  readonly console: ConsoleLine[];
  /** Virtual ms from the start of the scenario to its settlement. */
  readonly elapsedMs: number;
  readonly leftBehind: LeftBehind[];
  readonly recording: Recording;
};

export type Matchers = {
  /** `expect(evidence)`: settled after exactly so many virtual ms. */
  toTakeExactly(ms: number): void;
  /** `expect(evidence)`: all simulated calls (of that name, if given) started in the same virtual ms, before any of them ended. */
  toStartTogether(name?: string): void;
  /** `expect(evidence)`: never more simulated calls in flight than this. */
  toHaveInFlightAtMost(count: number): void;
  /** `expect(evidence)`: each call of that name started only after the one before it had settled. */
  toRunOneAfterAnother(name?: string): void;
  /** `expect(evidence)`: no live timer, interval, abort listener or simulated call remained at settlement. */
  toLeaveNothingBehind(): void;
  /** `expect(evidence)`: these console lines, in this order, and no others. */
  toPrint(lines: string[]): void;
};

/** Vitest's `expect`, which over the evidence itself also knows the matchers above. */
export type Expect = {
  (evidence: Evidence): Matchers & { not: Matchers };
  <T>(actual: T, message?: string): Assertion<void, T>;
} & Pick<ExpectStatic, keyof ExpectStatic>;

/** Default export of `expectations.ts`: one per scenario, by the same test name. It throws (through `expect`) to fail the test. */
export type Expectations = { [test: string]: (evidence: Evidence) => void };
