// The types that an exercise is written against. Types only: `scenarios.ts` and `expectations.ts` import nothing else.
import type { LeftBehind, Recording, SourcePosition } from './recording/types.ts';
import type { Assertion, ExpectStatic } from '@vitest/expect';

/** The same for every call, one for each call in order (the last goes on for ever), or a function of the arguments and the index. */
export type PerCall<Value, Input = unknown[]> = Value | Value[] | ((input: Input, index: number) => Value);

/**
 * Which calls reject, and with what; a text becomes an `Error`. One reason for every call; a list with a place for each
 * call (`undefined` for those that do not reject); numbered calls, from 0; or a function of the arguments and the index.
 */
export type Rejects =
  | string
  | Error
  | (string | Error | undefined)[]
  | { [index: number]: string | Error }
  | ((args: unknown[], index: number) => unknown);

/** How a simulated asynchronous function behaves. `ms` is the latency in whole virtual ms. */
export type CallBehaviour = {
  ms?: PerCall<number>;
  /** What it fulfils with; a function `(...args) => value` is called when the call settles. */
  value?: unknown;
  /** What the calls fulfil with, one after the other; the last goes on for ever. */
  values?: unknown[];
  rejects?: Rejects;
  /** Rejects with the signal's reason as soon as an `AbortSignal` found among the arguments (or in `{ signal }`) aborts. */
  abortable?: boolean;
  /** Never settles. */
  hangs?: PerCall<boolean>;
};

/** How a simulated asynchronous generator behaves: lazy, one recorded pull after the other. */
export type ItemsBehaviour = {
  /** What it yields: a list, or a function of the arguments that returns one. */
  items: readonly unknown[] | ((...args: never[]) => readonly unknown[]);
  /** Latency of each pull, 0 if not given. */
  everyMs?: PerCall<number>;
  /** Which pulls reject; the generator is over then. */
  rejects?: Rejects;
  abortable?: boolean;
};

/** What happens by itself: at so many virtual ms after `simulate`, an event of this type. */
export type SimulatedEvent = {
  atMs: number;
  type: string;
  /** `detail` of the CustomEvent that an EventTarget's listener receives. */
  detail?: unknown;
  /** Arguments that an EventEmitter's listener receives. */
  args?: readonly unknown[];
};

export type EventsBehaviour = {
  events: readonly SimulatedEvent[];
  /** Which methods the source has: `addEventListener` … (if not given), or Node's `on`, `once`, `off` … */
  like?: 'EventTarget' | 'EventEmitter';
};

export type Behaviour = CallBehaviour | ItemsBehaviour | EventsBehaviour;
export type Behaviours = { [name: string]: Behaviour };

/** Node's EventEmitter, as far as a simulated source needs it. */
export type SimulatedEmitter = {
  on(type: string, listener: (...args: never[]) => void): SimulatedEmitter;
  addListener(type: string, listener: (...args: never[]) => void): SimulatedEmitter;
  once(type: string, listener: (...args: never[]) => void): SimulatedEmitter;
  off(type: string, listener: (...args: never[]) => void): SimulatedEmitter;
  removeListener(type: string, listener: (...args: never[]) => void): SimulatedEmitter;
  removeAllListeners(type?: string): SimulatedEmitter;
  emit(type: string, ...args: unknown[]): boolean;
  listenerCount(type: string): number;
};

// A simulated function takes whatever the student passes.
/* oxlint-disable typescript/no-explicit-any */
export type Simulated<B extends Behaviours> = {
  [Name in keyof B]: B[Name] extends ItemsBehaviour
    ? (...args: any[]) => AsyncGenerator<any, any, undefined>
    : B[Name] extends { like: 'EventEmitter' }
      ? SimulatedEmitter
      : B[Name] extends EventsBehaviour
        ? EventTarget
        : (...args: any[]) => Promise<any>;
};
/* oxlint-enable typescript/no-explicit-any */

/** A request as the functions of a route see it. Header names are in lower case. */
export type RouteRequest = {
  method: string;
  url: string;
  path: string;
  /** What the `:names` of the route stand for. */
  params: { [name: string]: string };
  query: { [name: string]: string };
  headers: { [name: string]: string };
  body: string | null;
};

type FromRequest<Value> = Value | ((request: RouteRequest, index: number) => Value);

/** How a route answers. `index` counts the requests of the route from 0. Without `json` and `text`, the body is empty. */
export type Answer = {
  /** Virtual ms until status and headers are there, 0 if not given. */
  ms?: PerCall<number, RouteRequest>;
  /** Virtual ms from then until the body is complete. */
  bodyMs?: PerCall<number, RouteRequest>;
  /** 200 if not given. */
  status?: FromRequest<number>;
  statusText?: FromRequest<string>;
  headers?: FromRequest<{ [name: string]: string }>;
  json?: unknown;
  text?: FromRequest<string>;
  /** A network error: `fetch` rejects with `TypeError: fetch failed`, whose cause this is; `undefined` for none. */
  rejects?: FromRequest<string | Error | undefined>;
  hangs?: boolean;
};

/** By method and path: `{ 'GET /users/:id': { ms: 100, json: … } }`. A list has one answer for each request; the last goes on. */
export type Routes = { [route: string]: Answer | Answer[] };

export type Outcome<Value = unknown> = { value: Value } | { error: { name: string; message: string } };

/** What a scenario is given. It runs beside the student's code, in the student's isolate; it holds no expected value. */
export type Lab<Solution> = {
  /** The exports of the student's module. */
  solution: Solution;
  /** Makes simulated asynchronous functions, generators and sources of events that are recorded in the timeline. */
  simulate: <B extends Behaviours>(behaviours: B) => Simulated<B>;
  /**
   * Gives the world a network: sets the global `fetch` and returns it. The first route that fits answers; 404 where none does.
   * A relative address is refused, as in Node, unless `origin` says what it is relative to.
   */
  fetch: (routes: Routes, options?: { origin?: string }) => typeof fetch;
  /** Seeded: the same seed gives the same numbers, in [0, 1). */
  random: () => number;
  /** A seeded whole number from `low` to `high`, both included. */
  integer: (low: number, high: number) => number;
  /** One of the items, seeded. */
  pick: <T>(items: readonly T[]) => T;
  /** The items in a seeded order, as a new list. */
  shuffle: <T>(items: readonly T[]) => T[];
  /** A deep copy of plain data: hand the student one, and keep the other. */
  copy: <T>(value: T) => T;
  /** Runs `attempt`, waits for it, and tells what became of it as plain data. It never rejects. */
  outcomeOf: <T>(attempt: () => T) => Promise<Outcome<Awaited<T>>>;
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
  /**
   * Right answers differ in what they do, as where the student writes the data: a failed test is not compared with the
   * reference, and a page does not draw it beside.
   */
  manyAnswers?: boolean;
  /** Calls the student's functions and returns plain data. */
  run(lab: Lab<Solution>): unknown;
};

/** Default export of `scenarios.ts`, by test name, in the order in which they are shown. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Scenarios<Solution = any> = { [test: string]: Scenario<Solution> };

/** A simulated call or request as an expectation sees it. Times in virtual ms. */
export type Call = {
  /** Of a request, method and path: `GET /users/1`. */
  name: string;
  args: unknown[];
  startMs: number;
  endMs: number | null;
  outcome: 'fulfilled' | 'rejected' | 'cancelled' | 'pending';
  value: unknown;
  inFlight: number;
  at?: SourcePosition;
};

export type ConsoleLine = { level: string; text: string; virtualMs: number; at?: SourcePosition };

/** What an expectation is given: the recording, decoded. It runs in an isolate that no student code enters. */
export type Evidence<Result = unknown> = {
  expect: Expect;
  /** What the scenario returned. Reading it when the run ended otherwise fails the test with the reason. */
  readonly result: Result;
  /** What the scenario threw, or `undefined`. Reading it marks the throw as expected. */
  readonly error: unknown;
  /** Simulated calls and requests in order of start; of one name, if given. A route such as `GET /users/:id` is a name too. */
  calls: (name?: string) => Call[];
  /** Console lines in order. */
  readonly console: ConsoleLine[];
  /** Virtual ms from the start of the scenario to its settlement. */
  readonly elapsedMs: number;
  readonly leftBehind: LeftBehind[];
  readonly recording: Recording;
};

/**
 * The matchers of `expect(evidence)`. `calls` is the name of simulated calls (`fetchUser`), one call as it is printed
 * (`fetchUser(2)`), or a route (`GET /users/:id`); all calls, where it may be left out. Each can be negated with `.not`.
 */
export type Matchers = {
  /** Settled after exactly so many virtual ms. */
  toTakeExactly(ms: number): void;
  /** All these calls started in the same virtual ms, before any of them ended. */
  toStartTogether(calls?: string): void;
  /** Never more simulated calls in flight than this. */
  toHaveInFlightAtMost(count: number): void;
  /** Never fewer of these calls in flight than this, as long as one of them was still to start. */
  toKeepInFlight(count: number, calls?: string): void;
  /** Each of these calls started only after the one before it had settled. */
  toRunOneAfterAnother(calls?: string): void;
  /** The calls started in this order, and there were no others of these names. */
  toStartInOrder(order: readonly string[]): void;
  /** The calls settled in this order, and no others of these names did. */
  toSettleInOrder(order: readonly string[]): void;
  /** The first call started at the first time, and so on; with one number, all of them at that time. */
  toStartAt(calls: string, ms: number | readonly number[]): void;
  /** As `toStartAt`, for the settlements, in order of start. */
  toSettleAt(calls: string, ms: number | readonly number[]): void;
  /** One of these calls had these arguments; `expect.any(…)` and its like may stand for some. */
  toHaveCalled(name: string, ...args: unknown[]): void;
  /** So many of these calls were made. */
  toHaveCalledTimes(calls: string, times: number): void;
  /** The scenario threw or rejected with this message, with a message that fits, or with an error of which this is a part. */
  toRejectWith(error: string | RegExp | object): void;
  /** These calls were aborted at exactly this time; without a name, something was. */
  toAbortAt(ms: number, calls?: string): void;
  /** `work` never held up the loop for longer than this. */
  toBlockAtMost(ms: number): void;
  /** No live timer, interval, listener or simulated call remained at settlement. */
  toLeaveNothingBehind(): void;
  /** These console lines, in this order, and no others. */
  toPrint(lines: readonly string[]): void;
};

/** Vitest's `expect`, which over the evidence itself also knows the matchers above. */
export type Expect = {
  // oxlint-disable-next-line typescript/no-explicit-any -- whatever the scenario returns
  (evidence: Evidence<any>): Matchers & { not: Matchers };
  <T>(actual: T, message?: string): Assertion<void, T>;
} & Pick<ExpectStatic, keyof ExpectStatic>;

/**
 * Default export of `expectations.ts`: one per scenario, by the same test name. It throws (through `expect`) to fail the
 * test. `Expectations<typeof scenarios>` knows the names, and the shape of each result as the solution gives it.
 */
export type Expectations<All extends Scenarios = Scenarios> = {
  [Test in keyof All]: (evidence: Evidence<Awaited<ReturnType<All[Test]['run']>>>) => void;
};
