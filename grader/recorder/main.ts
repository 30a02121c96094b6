// Entry of the guest bundle: makes the world that a submission lives in and returns the host's controls over it.
// The bundle is an immediately invoked function whose value only the host holds.
import type { Scenario } from '../author.ts';
import { makeEventLoop, Step, type EventLoop } from '../virtual-clock/event-loop.ts';
import type { AbortInternals } from '../virtual-clock/events.ts';
import {
  freeze,
  installGlobal,
  isInstance,
  list,
  quote,
  RealError,
  RealPromise,
  record,
  whenSettled,
  type List,
} from '../virtual-clock/primordials.ts';
import type { ProcessState } from '../virtual-clock/process.ts';
import { boundOutput, type Dropped } from './console.ts';
import { encode } from './encode.ts';
import { installFunctionText } from './function-text.ts';
import { hardenRealm } from './harden.ts';
import { makeLabParts, type LabParts } from './lab.ts';
import { noteLeftBehind, type LeftBehindGuest } from './left-behind.ts';
import { protectBuiltIns } from './protect.ts';
import { makeRecorder, NO_SITE, type Recorder } from './recorder.ts';
import { writeReport } from './report.ts';
import { makeTrace, type Trace } from './trace.ts';
import { installWorldGlobals } from './world-globals.ts';

/** Sent by the host as JSON when a context is made. */
export type WorldOptions = {
  seed: number;
  /** Whether the code mentions `Temporal`. */
  hasTemporal: boolean;
  virtualTimeLimitMs: number;
  firingLimit: number;
  liveTimerLimit: number;
  eventLimit: number;
  lineLimit: number;
  lineLength: number;
  characterLimit: number;
};

/** Where a test stands, as `controls.step()` reports it beside the loop's own results. */
export const Progress = { ...Step, ScenarioSettled: 10, Uncaught: 11, Exited: 12 } as const;

export type World = {
  recorder: Recorder;
  trace: Trace;
  dropped: Dropped;
  /** `encoded` is JSON text, made at the moment itself: what the code does to the value afterwards comes too late. */
  settlement: { kind: 'pending' | 'returned' | 'threw'; encoded: string; virtualMs: number };
  uncaught: { isSet: boolean; encoded: string };
  leftBehind: List<LeftBehindGuest>;
  longestBlockMs: number;
  loop: EventLoop;
};

export function makeWorld(optionsText: string): object {
  const options = JSON.parse(optionsText) as WorldOptions;
  hardenRealm();
  const conceal = installFunctionText();
  const uncaught = record<World['uncaught']>({ isSet: false, encoded: 'null' });
  let recorder: Recorder;
  const onUncaught = (error: unknown): void => {
    if (uncaught.isSet) return;
    uncaught.isSet = true;
    uncaught.encoded = encode(error);
  };
  const loop = makeEventLoop(options, {
    onTaskStart(task) {
      const span = recorder.span(task.spanId);
      recorder.initiator = task.spanId;
      recorder.site = span?.site ?? NO_SITE;
      if (span !== undefined && span.kind !== 'call') recorder.endSpan(task.spanId, 'fired');
    },
    onTaskEnd() {},
    onUncaught,
  });
  recorder = makeRecorder(loop.nowMs, options.eventLimit);
  const trace = makeTrace(recorder);
  const { output, dropped } = boundOutput(
    { write: (level, text) => recorder.mark('console', text, level) },
    options,
  );
  const { aborts, process } = installWorldGlobals(loop, recorder, options, onUncaught, output);

  const world: World = record({
    recorder,
    trace,
    dropped,
    settlement: record<World['settlement']>({ kind: 'pending', encoded: 'null', virtualMs: 0 }),
    uncaught,
    leftBehind: list<LeftBehindGuest>(),
    longestBlockMs: 0,
    loop,
  });
  const parts = record({ lab: makeLabParts(world, options.seed, aborts), aborts, process, conceal });
  return makeControls(world, parts);
}

type ControlParts = {
  lab: LabParts;
  aborts: AbortInternals;
  process: ProcessState;
  conceal: (key: string) => void;
};

/** What the host may do. Each is called through a reference that only the host holds; each returns a primitive. */
function makeControls(world: World, { lab, aborts, process, conceal }: ControlParts): object {
  let solution: unknown;
  let isReady = false;
  let isAcknowledged = false;
  installGlobal('work', lab.work);
  const { settlement } = world;

  function settle(kind: 'returned' | 'threw', value: unknown): void {
    if (settlement.kind !== 'pending') return;
    settlement.kind = kind;
    settlement.virtualMs = world.loop.nowMs();
    world.recorder.mark('settled', kind === 'returned' ? 'fulfilled' : 'rejected');
    settlement.encoded = encode(value);
  }

  return record({
    hooks: record({ ...world.trace.hooks }),
    /** Tells the key of the woven text, before the program is compiled. */
    conceal,
    /** Called by the wrapper module once the student's module has been evaluated. */
    ready(namespace: unknown): void {
      solution = namespace;
      isReady = true;
    },
    isReady: () => isReady,
    /** Once the scenarios are loaded and before the program is: keeps what the scenario computes with as it is. */
    protect(scenarios: { default: { [test: string]: Scenario<unknown> } }, name: string): void {
      if (scenarios.default[name]?.mayReplaceBuiltIns !== true) protectBuiltIns();
    },
    /** Starts the scenario `name` of the scenarios module's default export. */
    begin(scenarios: { default: { [test: string]: Scenario<unknown> } }, name: string): void {
      const scenario = scenarios.default[name] as Scenario<unknown>;
      try {
        const outcome = scenario.run(freeze({ ...lab, solution }));
        const promise = isInstance(outcome, RealPromise)
          ? outcome
          : new RealPromise((resolve) => resolve(outcome));
        // No `await`: it would ask the promise's constructor and `then`, which the student's code may have replaced.
        whenSettled(
          promise,
          (value) => settle('returned', value),
          (error) => settle('threw', error),
        );
      } catch (error) {
        settle('threw', error);
      }
    },
    step(): number {
      if (process.exitRequested) return Progress.Exited;
      if (world.uncaught.isSet) return Progress.Uncaught;
      if (world.loop.isOverVirtualTime()) return Progress.VirtualTimeLimit;
      if (settlement.kind !== 'pending' && !isAcknowledged) {
        isAcknowledged = true;
        noteLeftBehind(world, aborts);
        return Progress.ScenarioSettled;
      }
      return world.loop.step();
    },
    /** Tells process.on('unhandledRejection') handlers; false when there is none. */
    offerRejection: (message: string, isError: boolean) =>
      process.offerRejection(isError ? new RealError(message) : message),
    exitCode: () => process.exitCode,
    nowMs: () => world.loop.nowMs(),
    probe(): void {
      world.trace.probe();
    },
    report: () => writeReport(world),
    describe: (scenarios: { default: { [test: string]: Scenario<unknown> } }) => describeScenarios(scenarios),
  });
}

function describeScenarios(module: { default: { [test: string]: Scenario<unknown> } }): string {
  const names = Object.keys(module.default);
  let text = '[';
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index] as string;
    const hidden = module.default[name]?.hidden === true;
    text += `${index === 0 ? '' : ','}{"name":${quote(name)},"hidden":${hidden}}`;
  }
  return `${text}]`;
}
