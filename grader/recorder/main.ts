// Entry of the guest bundle: makes the world that a submission lives in and returns the host's controls over it.
// The bundle is an immediately invoked function whose value only the host holds.
import type { Lab, Scenario } from '../author.ts';
import { installClocks } from '../virtual-clock/clocks.ts';
import {
  makeEventLoop,
  Step,
  type EventLoop,
  type Task,
  type TimerKind,
} from '../virtual-clock/event-loop.ts';
import { installEvents, type AbortListeners } from '../virtual-clock/events.ts';
import {
  append,
  floor,
  freeze,
  getOwnPropertyDescriptor,
  installGlobal,
  list,
  quote,
  RealError,
  RealRangeError,
  record,
  type List,
} from '../virtual-clock/primordials.ts';
import { installProcess, type ProcessState } from '../virtual-clock/process.ts';
import { makeRandom } from '../virtual-clock/random.ts';
import { installStructuredClone } from '../virtual-clock/structured-clone.ts';
import { installTimers } from '../virtual-clock/timers.ts';
import { hardenRealm } from './harden.ts';
import { boundOutput, installConsole, type Dropped } from './console.ts';
import { encode } from './encode.ts';
import { makeRecorder, NO_SITE, NO_SPAN, type Recorder } from './recorder.ts';
import { makeSimulate } from './simulate.ts';
import { makeTrace, type Trace } from './trace.ts';
import { writeReport } from './report.ts';

/** Sent by the host as JSON when a context is made. */
export type WorldOptions = {
  seed: number;
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

export type LeftBehindGuest = { kind: string; name: string; dueMs: number; site: number };

export type World = {
  recorder: Recorder;
  trace: Trace;
  dropped: Dropped;
  settlement: { kind: 'pending' | 'returned' | 'threw'; value: unknown; virtualMs: number };
  uncaught: { isSet: boolean; error: unknown };
  leftBehind: List<LeftBehindGuest>;
  longestBlockMs: number;
  loop: EventLoop;
};

export function makeWorld(optionsText: string): object {
  const options = JSON.parse(optionsText) as WorldOptions;
  hardenRealm();
  const uncaught = record<World['uncaught']>({ isSet: false, error: undefined });
  let recorder: Recorder;
  const onUncaught = (error: unknown): void => {
    if (uncaught.isSet) return;
    uncaught.isSet = true;
    uncaught.error = error;
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
  const { abortListeners, process } = installWorldGlobals(loop, recorder, options, onUncaught, output);

  const world: World = record({
    recorder,
    trace,
    dropped,
    settlement: record({ kind: 'pending' as const, value: undefined, virtualMs: 0 }),
    uncaught,
    leftBehind: list<LeftBehindGuest>(),
    longestBlockMs: 0,
    loop,
  });
  return makeControls(world, makeLabParts(world, options.seed), abortListeners, process);
}

function installWorldGlobals(
  loop: EventLoop,
  recorder: Recorder,
  options: WorldOptions,
  onUncaught: (error: unknown) => void,
  output: { write(level: string, text: string): void },
): { abortListeners: AbortListeners; process: ProcessState } {
  installTimers(loop, {
    onSchedule: (kind, delayMs) => recorder.startSpan(kind, spanNames[kind], [], loop.nowMs() + delayMs),
    onCancel: (task: Task) => recorder.endSpan(task.spanId, 'cancelled'),
  });
  installClocks(loop.nowMs);
  const abortListeners = installEvents(loop, {
    onAbort: (reason) => recorder.mark('abort', describeReason(reason)),
    onListen: () => recorder.site,
    onUncaught,
  });
  installStructuredClone();
  installConsole(loop.nowMs, output);
  Math.random = makeRandom(options.seed ^ 0x5bd1e995);
  return { abortListeners, process: installProcess(loop, output) };
}

const spanNames: { [kind in TimerKind]: string } = {
  timer: 'setTimeout',
  interval: 'setInterval',
  immediate: 'setImmediate',
};

function describeReason(reason: unknown): string {
  if (typeof reason === 'string') return reason;
  if (typeof reason !== 'object' || reason === null) return '';
  const name: unknown = getOwnPropertyDescriptor(reason, 'name')?.value;
  return typeof name === 'string' ? name : 'Error';
}

type LabParts = Omit<Lab<unknown>, 'solution'>;

function makeLabParts(world: World, seed: number): LabParts {
  const { loop } = world;
  const random = makeRandom(seed);
  return {
    simulate: makeSimulate(loop, world.recorder) as LabParts['simulate'],
    random,
    integer: (low, high) => low + floor(random() * (high - low + 1)),
    sleep: (ms) =>
      new Promise((resolve) => {
        loop.schedule('timer', ms, () => resolve(), [], NO_SPAN);
      }),
    now: loop.nowMs,
    work(ms) {
      if (!(ms >= 0))
        throw new RealRangeError(`work: ${String(ms)} is no duration; expected virtual ms, 0 or more`);
      loop.work(ms);
      if (ms > world.longestBlockMs) world.longestBlockMs = ms;
    },
  };
}

/** What the host may do. Each is called through a reference that only the host holds; each returns a primitive. */
function makeControls(
  world: World,
  lab: LabParts,
  abortListeners: AbortListeners,
  process: ProcessState,
): object {
  let solution: unknown;
  let isReady = false;
  let isAcknowledged = false;
  installGlobal('work', lab.work);
  const { settlement } = world;

  function settle(kind: 'returned' | 'threw', value: unknown): void {
    if (settlement.kind !== 'pending') return;
    const mutable = settlement as { kind: string; value: unknown; virtualMs: number };
    mutable.kind = kind;
    mutable.value = value;
    mutable.virtualMs = world.loop.nowMs();
    world.recorder.mark('settled', kind === 'returned' ? 'fulfilled' : 'rejected');
  }

  return record({
    hooks: record({ ...world.trace.hooks }),
    /** Called by the wrapper module once the student's module has been evaluated. */
    ready(namespace: unknown): void {
      solution = namespace;
      isReady = true;
    },
    isReady: () => isReady,
    /** Starts the scenario `name` of the scenarios module's default export. */
    begin(scenarios: { default: { [test: string]: Scenario<unknown> } }, name: string): void {
      const scenario = scenarios.default[name] as Scenario<unknown>;
      void (async () => {
        try {
          settle('returned', await scenario.run(freeze({ ...lab, solution })));
        } catch (error) {
          settle('threw', error);
        }
      })();
    },
    step(): number {
      if (process.exitRequested) return Progress.Exited;
      if (world.uncaught.isSet) return Progress.Uncaught;
      if (settlement.kind !== 'pending' && !isAcknowledged) {
        isAcknowledged = true;
        noteLeftBehind(world, abortListeners);
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
    uncaught: () => encode(world.uncaught.error),
    describe: (scenarios: { default: { [test: string]: Scenario<unknown> } }) => describeScenarios(scenarios),
  });
}

function noteLeftBehind(world: World, abortListeners: AbortListeners): void {
  world.loop.forEachWaiting((task) => {
    const span = world.recorder.span(task.spanId);
    if (span === undefined) return;
    append(
      world.leftBehind,
      record({ kind: span.kind, name: span.name, dueMs: task.dueMs, site: span.site }),
    );
  });
  abortListeners.forEachLive((site) => {
    append(world.leftBehind, record({ kind: 'listener', name: 'abort', dueMs: -1, site }));
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
