// Entry of the guest bundle for open exercises: a spec's words (describe, test, expect, vi, jest) in the student's own
// isolate. Nothing here is out of the student's reach; that is what *open* means.
import './platform.ts';
import type { World } from '../recorder/main.ts';
import { NO_SITE, NO_SPAN } from '../recorder/recorder.ts';
import type { Task } from '../virtual-clock/event-loop.ts';
import { makeDeclarations, type Declarations } from './declare.ts';
import { makeExpect } from './expect.ts';
import { toFailure, type Failure } from './failure.ts';
import { makeFakeTimers, type FakeTimers } from './fake-timers.ts';
import type { Flavour } from './flavour.ts';
import { makeJest, makeVi } from './mock-words.ts';
import { makeMockedModules } from './mocked-modules.ts';
import { withoutPlatform } from './platform.ts';
import { makeTestHooks, runTest, type RunTools, type TestEnd } from './run-test.ts';
import { findFailure, selectTests, type NamedTest, type Suite } from './suite.ts';

withoutPlatform();

/** What the host reads when a test is over. */
export type SpecReport = {
  /** `missing`: the spec declares no such test today. `pending`: it never ended. */
  outcome: 'passed' | 'failed' | 'pending' | 'missing';
  failures: Failure[];
  /** Fake timers were on when the test stopped. */
  isHeld: boolean;
  /** What the recording held when the test itself began, after those that ran before it in the same context. */
  began: { spans: number; marks: number; virtualMs: number };
};

const words: { [word: string]: unknown } = {};
const report: SpecReport = {
  outcome: 'pending',
  failures: [],
  isHeld: false,
  began: { spans: 0, marks: 0, virtualMs: 0 },
};

/** `startKeptTimeout`: a limit that the clock runs up to, however little else is left to do. */
type OpenTools = RunTools & { startKeptTimeout: RunTools['startTimeout'] };
let connected: { world: World; tools: OpenTools; declarations: Declarations } | undefined;
let flavour: Flavour = 'jest';
let selected = { name: '', afterOthers: false };

const mockedModules = makeMockedModules();

/** Called by the recorder's world, before the spec is loaded. */
function connect(world: World): void {
  const { loop } = world;
  Error.stackTraceLimit = 50;
  const timeout = makeTimeouts(world, () => timers.isHeld());
  const timers: FakeTimers = makeFakeTimers(loop, timeout.suspend);
  const declarations = makeDeclarations();
  const { words: declaring, setDefaultTimeout } = declarations;
  const expecting = makeExpect(flavour);
  const parts = { timers, modules: mockedModules, sleep: timeout.sleep, setDefaultTimeout };
  Object.assign(words, declaring, makeTestHooks(), {
    expect: expecting.expect,
    vi: makeVi(parts),
    jest: makeJest(parts),
  });
  words['vitest'] = words['vi'];
  for (const [word, value] of Object.entries(words)) {
    Object.defineProperty(globalThis, word, { value, writable: true, configurable: true });
  }
  const { start: startTimeout, startKept: startKeptTimeout } = timeout;
  const tools = { flavour, expecting, startTimeout, startKeptTimeout };
  connected = { world, tools, declarations };
  Object.defineProperty(report, 'isHeld', { get: timers.isHeld, enumerable: true });
}

function requireConnected(): NonNullable<typeof connected> {
  if (connected === undefined) throw new Error('connect() comes first');
  return connected;
}

export function setFlavour(given: Flavour): void {
  flavour = given;
}

/** @returns JSON text of the names that a spec may import. */
export function wordNames(): string {
  return JSON.stringify(Object.keys(words));
}

/** @returns JSON text of the tests' full names. */
export function names(): string {
  return JSON.stringify(selectTests(requireConnected().declarations.root).map(({ name }) => name));
}

/** @param afterOthers Whether the tests before it run first, in the same context. */
export function select(name: string, afterOthers: boolean): void {
  selected = { name, afterOthers };
}

export function result(): string {
  return JSON.stringify(report);
}

async function runSelected(): Promise<void> {
  const { declarations, tools, world } = requireConnected();
  declarations.stopCollecting();
  const tests = selectTests(declarations.root);
  const index = tests.findIndex(({ name }) => name === selected.name);
  const test = tests[index];
  if (test === undefined) return concludeMissing(findFailure(declarations.root));
  if (selected.afterOthers) await runOthers(tests.slice(0, index), tools, world);
  const { recorder, loop } = world;
  recorder.site = NO_SITE;
  report.began = { spans: recorder.spans.length, marks: recorder.marks.length, virtualMs: loop.nowMs() };
  conclude(await runTest(test, tools));
}

/** The tests before the one that is asked for: what becomes of each is told where it is the one. */
async function runOthers(tests: NamedTest[], tools: OpenTools, world: World): Promise<void> {
  const patient = { ...tools, startTimeout: tools.startKeptTimeout };
  for (const test of tests) {
    world.recorder.site = NO_SITE;
    await runTest(test, patient);
  }
}

/** A test may be missing because the `describe` that declares it threw: then that is what the test came to. */
function concludeMissing(failure: Suite['failure']): void {
  if (failure !== undefined) return conclude({ errors: [failure.error], isSkipped: false });
  report.outcome = 'missing';
}

function conclude({ errors, isSkipped }: TestEnd): void {
  report.failures = errors.slice(0, 5).map(toFailure);
  report.outcome = errors.length === 0 || isSkipped ? 'passed' : 'failed';
  if (report.outcome === 'failed') throw errors[0];
}

/**
 * Limits of tests, in virtual time. One that waits for what never comes need not wait for its limit: the limit holds up
 * nothing, and the test is told so at once. Where others follow it in the same context, it does (`startKept`). Under fake
 * timers there are none: the spec moves the clock as it likes.
 */
function makeTimeouts(
  { loop }: World,
  isHeld: () => boolean,
): {
  start: RunTools['startTimeout'];
  startKept: RunTools['startTimeout'];
  suspend: () => void;
  sleep: (ms: number) => Promise<void>;
} {
  let stopRunning: (() => void) | undefined;
  const wait = (ms: number, callback: () => void): Task => loop.schedule('timer', ms, callback, [], NO_SPAN);
  const begin = (ms: number, onTimeout: () => void, keepsAlive: boolean): (() => void) => {
    if (isHeld()) return () => {};
    const task = wait(ms, onTimeout);
    loop.setKeepsAlive(task, keepsAlive);
    stopRunning = () => void loop.cancel(task);
    return stopRunning;
  };
  return {
    start: (ms, onTimeout) => begin(ms, onTimeout, false),
    startKept: (ms, onTimeout) => begin(ms, onTimeout, true),
    suspend: () => stopRunning?.(),
    sleep: async (ms) => await new Promise<void>((resolve) => void wait(ms, resolve)),
  };
}

/** In the form of an exercise's scenarios, so that the recorder runs it as it runs those. */
const scenarios = { run: { run: runSelected } };

// The module `spec:guest` (grader/open/load-spec.ts) takes this, and takes it away.
Object.defineProperty(globalThis, '__interleaveSpec', {
  value: { connect, words, mockedModules, scenarios },
  configurable: true,
});
