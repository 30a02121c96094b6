// Entry of the guest bundle: makes the world that a submission lives in and returns the host's controls over it.
// The bundle is an immediately invoked function whose value only the host holds.
import type { Scenario } from '../author.ts';
import { makeEventLoop, type EventLoop } from '../virtual-clock/event-loop.ts';
import { configureClocks } from '../virtual-clock/clocks.ts';
import {
  apply,
  captureLate,
  defineProperty,
  freeze,
  installGlobal,
  isInstance,
  isInteger,
  list,
  ownKeys,
  ownValue,
  quote,
  RealError,
  RealPromise,
  RealRangeError,
  RealString,
  RealTypeError,
  record,
  whenSettled,
  type List,
} from '../virtual-clock/primordials.ts';
import { Progress } from '../virtual-clock/progress.ts';
import { currentRun, onRestart, restartAll } from '../virtual-clock/restart.ts';
import type { ClockReader } from './busy-wait.ts';
import type { Builtins, WorldAccess } from '../web-platform/world-access.ts';
import { readFields, type Fields } from './behaviour.ts';
import { boundOutput, type Dropped } from './console.ts';
import { readDataBehaviours } from './data-behaviours.ts';
import { encode } from './encode.ts';
import { limits } from '../worker/limits.ts';
import { installFunctionText } from './function-text.ts';
import { hardenRealm } from './harden.ts';
import { makeLab, type WorldLab } from './lab.ts';
import { noteLeftBehind, type LeftBehindGuest } from './left-behind.ts';
import { protectBuiltIns } from './protect.ts';
import { isSimulatedKind } from '../recording/simulated.ts';
import { makeRecorder, NO_SITE, type Recorder } from './recorder.ts';
import { writeReport } from './report.ts';
import { makeStepTrace, type StepHooks, type StepTrace } from './steps.ts';
import { makeEventSources, type EventSources } from './source-listeners.ts';
import { makeTrace, type Trace } from './trace.ts';
import { installWorldGlobals, type WorldGlobals } from './world-globals.ts';

export type World = {
  recorder: Recorder;
  trace: Trace;
  dropped: Dropped;
  /** `encoded` is JSON text, made at the moment itself: what the code does to the value afterwards comes too late. */
  settlement: { kind: 'pending' | 'returned' | 'threw'; encoded: string; virtualMs: number };
  uncaught: { isSet: boolean; encoded: string };
  leftBehind: List<LeftBehindGuest>;
  longestBlockMs: number;
  /** Virtual CPU time that the present macrotask has spent. */
  blockMs: number;
  /** Latencies that simulated work took in this run, and whether the recording tells them. */
  schedule: List<number>;
  tellsSchedule: boolean;
  loop: EventLoop;
  clockReader: ClockReader;
  /** Made when a run is to be stepped through for the first time. */
  stepTrace: StepTrace | undefined;
  sources: EventSources;
};

/**
 * Makes the world. It holds nothing of a run yet: a snapshot of it serves every submission.
 *
 * @returns the door to its controls; only the host holds it.
 */
export function makeDoor(): object {
  const conceal = installFunctionText();
  const uncaught = record<World['uncaught']>({ isSet: false, encoded: 'null' });
  let recorder: Recorder;
  const onUncaught = (error: unknown): void => {
    // An exit stops its caller by throwing; a handler of the program's own may want the rest.
    if (uncaught.isSet || process.exitRequested || process.offerUncaught(error)) return;
    uncaught.isSet = true;
    uncaught.encoded = encode(error);
    recorder.close();
    loop.stop();
  };
  const loop = makeEventLoop(limits, {
    onTaskStart(task) {
      const span = recorder.span(task.spanId);
      recorder.initiator = task.spanId;
      recorder.site = span?.site ?? NO_SITE;
      if (span !== undefined && !isSimulatedKind(span.kind)) recorder.endSpan(task.spanId, 'fired');
      if (recorder.onTask !== undefined) recorder.onTask(task.spanId);
    },
    onUncaught,
  });
  recorder = makeRecorder(loop.nowMs, limits);
  const trace = makeTrace(recorder);
  const bounded = boundOutput({ write: (level, text) => recorder.mark('console', text, level) }, limits);
  const globals = installWorldGlobals(loop, recorder, onUncaught, bounded.output);
  const { aborts, process, clockReader } = globals;

  const world: World = record({
    recorder,
    trace,
    dropped: bounded.dropped,
    settlement: record<World['settlement']>({ kind: 'pending', encoded: 'null', virtualMs: 0 }),
    uncaught,
    leftBehind: list<LeftBehindGuest>(),
    longestBlockMs: 0,
    blockMs: 0,
    schedule: list<number>(),
    tellsSchedule: false,
    loop,
    clockReader,
    stepTrace: undefined,
    sources: makeEventSources(),
  });
  const lab = makeLab(world, aborts);
  world.schedule = lab.completions.taken;
  installGlobal('work', lab.parts.work);
  return makeControls(world, record({ ...globals, lab, conceal }));
}

type ControlParts = WorldGlobals & {
  lab: WorldLab;
  conceal: (key: string) => void;
};

type ScenariosModule = { default: { [test: string]: Scenario<unknown> } };

/** What the host may do. Each is called through a reference that only the host holds; each returns a primitive. */
function makeControls(world: World, parts: ControlParts): object {
  const { lab, aborts, process, random, output, access, conceal, clockReader } = parts;
  const { loop, settlement, trace } = world;
  let solution: unknown;
  let scenario: Scenario<unknown> | undefined;
  let isReady = false;
  /** Whether the recording tells when a program without a scenario is done with its top level. */
  let marksReady = false;
  let hasBegun = false;
  let isAcknowledged = false;
  /** Number of globals before the first run. */
  let globals = -1;
  let isProtected = false;
  const builtins: Builtins = record({});
  onRestart(() => {
    settlement.kind = 'pending';
    settlement.encoded = 'null';
    settlement.virtualMs = 0;
    world.uncaught.isSet = false;
    world.uncaught.encoded = 'null';
    world.leftBehind.length = 0;
    world.longestBlockMs = world.blockMs = 0;
    world.tellsSchedule = false;
    solution = scenario = undefined;
    isReady = marksReady = hasBegun = isAcknowledged = false;
  });

  function settle(run: number, kind: 'returned' | 'threw', value: unknown): void {
    if (settlement.kind !== 'pending' || run !== currentRun()) return;
    settlement.kind = kind;
    settlement.virtualMs = loop.nowMs();
    world.recorder.mark('settled', kind === 'returned' ? 'fulfilled' : 'rejected');
    settlement.encoded = encode(value);
  }

  function begin({ run }: Scenario<unknown>): void {
    const number = currentRun();
    try {
      const outcome = apply(run, scenario, [freeze({ ...lab.parts, solution })]);
      const promise = isInstance(outcome, RealPromise)
        ? outcome
        : new RealPromise((resolve) => resolve(outcome));
      // No `await`: it would ask the promise's constructor and `then`, which the student's code may have replaced.
      whenSettled(
        promise,
        (value) => settle(number, 'returned', value),
        (error) => settle(number, 'threw', error),
      );
    } catch (error) {
      settle(number, 'threw', error);
    }
  }

  /** Where nothing is left to run, the program's own handlers of its end may bring more. */
  function stepPending(): number {
    const result = loop.step();
    return result === Progress.Idle && process.offerEnd() ? Progress.Ran : result;
  }

  /** After the scenario has settled the loop goes on for a while; then, or at a limit, the run is over. */
  function stepAftermath(): number {
    if (loop.nowMs() > settlement.virtualMs + limits.aftermathMs) return Progress.Settled;
    const result = loop.step();
    return result === Progress.Ran ? result : Progress.Settled;
  }

  const controls: Controls = record({
    /** Takes away what a snapshot cannot be without. Once, before any program is loaded. */
    open(hasTemporal: boolean): void {
      captureLate();
      hardenRealm();
      configureClocks(clockReader.readMs, hasTemporal);
    },
    /** Adds rarely used globals, from a bundle of grader/web-platform. */
    extend(bundle: { install(world: WorldAccess): Builtins }): void {
      const added = bundle.install(access);
      for (const specifier in added) builtins[specifier] = added[specifier] as object;
    },
    /** Begins a run: nothing of the one before it is left in the world. `key` is that of the program's woven text. */
    start(seed: number, key: string): void {
      if (globals === -1) globals = ownKeys(globalThis).length;
      restartAll();
      conceal(key);
      lab.random.seed(seed);
      random.seed(seed ^ 0x5bd1e995);
      access.identifiers.seed(seed ^ 0x2f6e2b1d);
    },
    /**
     * Chooses the scenario that starts as soon as the program is ready, and keeps what it computes with as it is. Call it
     * once the scenarios are loaded and before the program is.
     *
     * @returns how many schedules it is to be run under beside its own, 0 for none.
     */
    prepare(scenarios: ScenariosModule, name: string): number {
      scenario = scenarios.default[name];
      world.tellsSchedule = scenario?.explore !== undefined;
      if (!isProtected && scenario?.mayReplaceBuiltIns !== true) {
        protectBuiltIns();
        isProtected = true;
      }
      return schedulesOf(scenario);
    },
    /** Draws the latencies of this run from a seeded source. */
    draw(seed: number): void {
      lab.completions.draw(seed);
    },
    /** Takes the latencies of this run from a list, as JSON. */
    follow(latencies: string): void {
      lab.completions.follow(JSON.parse(latencies) as number[]);
    },
    /**
     * Gives the program simulated functions, and a network, as globals; both are JSON. Before it is loaded. The recording
     * then also tells when the top level of the program was done.
     */
    equip(behaviours: string, routes: string): void {
      marksReady = true;
      const made = lab.parts.simulate(readDataBehaviours(JSON.parse(behaviours) as object)) as object;
      const names = ownKeys(made);
      for (let index = 0; index < names.length; index += 1) {
        const name = names[index] as string;
        if (name in globalThis) throw new RealTypeError(`simulate: "${name}" is a global already`);
        installGlobal(name, ownValue(made, name));
      }
      if (routes !== '') lab.parts.fetch(JSON.parse(routes) as Parameters<typeof lab.parts.fetch>[0]);
    },
    /** Whether the program has been loaded, or has ended itself while it was. */
    isReady: () => isReady || process.exitRequested,
    hasExited: () => process.exitRequested,
    /** Hands the world to the guest program of open exercises (grader/open/guest.ts). */
    lend(program: { connect(world: World): void }): void {
      program.connect(world);
    },
    /** Runs the queue of ticks, as Node does before it ends a program for a rejection. @returns false when there was none. */
    runTicks: () => !world.uncaught.isSet && world.loop.runTicks(),
    isUncaught: () => world.uncaught.isSet,
    /** Whether the global object holds more, or less, than before the first run. */
    reaches: () => ownKeys(globalThis).length !== globals,
    /** Runs one macrotask, the start of the scenario being one. */
    step(): number {
      if (clockReader.isBusyWaiting) return isAcknowledged ? Progress.Settled : Progress.BusyWait;
      clockReader.startTurn();
      world.blockMs = 0;
      if (isReady && !hasBegun) {
        hasBegun = true;
        if (scenario !== undefined) begin(scenario);
        return Progress.Ran;
      }
      if (process.exitRequested) return settlement.kind === 'pending' ? Progress.Exited : Progress.Settled;
      if (world.uncaught.isSet) return Progress.Uncaught;
      if (loop.isOverVirtualTime()) return isAcknowledged ? Progress.Settled : Progress.VirtualTimeLimit;
      if (isAcknowledged) return stepAftermath();
      if (settlement.kind === 'pending') return stepPending();
      isAcknowledged = true;
      noteLeftBehind(world, aborts);
      return Progress.Ran;
    },
    /** Tells process.on('unhandledRejection') handlers; false when there is none. */
    offerRejection: (message: string, isError: boolean) =>
      process.offerRejection(isError ? new RealError(message) : message),
    exitCode: () => process.exitCode,
    isBusyWaiting: () => clockReader.isBusyWaiting,
    probe(): void {
      trace.probe();
    },
    report() {
      output.end();
      return writeReport(world);
    },
    describe: describeScenarios,
  });
  const ready = (namespace: unknown): void => {
    solution = namespace;
    isReady = true;
    if (marksReady) world.recorder.mark('settled', 'fulfilled');
  };
  const builtin = (specifier: string): object | undefined => builtins[specifier];
  /** Notes each step of this run from now on. @returns the hooks of a program that is woven for that. */
  const traceSteps = (): StepHooks => {
    world.stepTrace ??= makeStepTrace(world.recorder, loop.nowMs, trace.hooks);
    world.stepTrace.begin();
    return world.stepTrace.hooks;
  };
  return toDoor(controls, record({ ...trace.hooks, ready, builtin, traceSteps }));
}

// oxlint-disable-next-line typescript/no-explicit-any -- each control knows its own arguments
type Controls = { [name: string]: (...args: any[]) => unknown };

/**
 * One function for all controls, so that the host needs one reference. What the host module (grader/worker/world.ts) hands
 * on to the submission hangs on it.
 */
function toDoor(controls: Controls, exports: object): object {
  const door = (name: string, first?: unknown, second?: unknown): unknown =>
    (controls[name] as Controls[string])(first, second);
  defineProperty(door, 'exports', record({ value: exports }));
  return door;
}

const SCHEDULES = 100;

function schedulesOf(scenario: Scenario<unknown> | undefined): number {
  const explore = scenario?.explore;
  if (explore === undefined) return 0;
  return explore === true ? SCHEDULES : explore.schedules;
}

const MOST_SCHEDULES = 10_000;

const SCENARIO_FIELDS = ['hidden', 'manyAnswers', 'mayReplaceBuiltIns', 'explore', 'run'];

/** @throws TypeError for a field that does not exist, and for what is neither true nor false. */
function requireFields(name: string, scenario: unknown): Fields {
  const what = `"${name}"`;
  const fields = readFields(what, scenario, SCENARIO_FIELDS);
  for (let index = 0; index < 3; index += 1) {
    const field = SCENARIO_FIELDS[index] as string;
    const value = fields[field];
    if (value !== undefined && typeof value !== 'boolean')
      throw new RealTypeError(`${what}: ${field} is ${RealString(value)}; expected true or false`);
  }
  return fields;
}

/** @throws RangeError for a number of schedules that is none. */
function requireSchedules(name: string, explore: Scenario<unknown>['explore']): void {
  if (explore === undefined || explore === true) return;
  const { schedules } = explore;
  if (isInteger(schedules) && schedules >= 1 && schedules <= MOST_SCHEDULES) return;
  throw new RealRangeError(
    `"${name}": explore.schedules is ${RealString(schedules)}; expected a whole number from 1 to ${MOST_SCHEDULES}`,
  );
}

function describeScenarios(module: ScenariosModule): string {
  const names = Object.keys(module.default);
  let text = '[';
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index] as string;
    const { hidden, manyAnswers } = requireFields(name, module.default[name]);
    requireSchedules(name, module.default[name]?.explore);
    const many = manyAnswers === true ? ',"manyAnswers":true' : '';
    text += `${index === 0 ? '' : ','}{"name":${quote(name)},"hidden":${hidden === true}${many}}`;
  }
  return `${text}]`;
}
