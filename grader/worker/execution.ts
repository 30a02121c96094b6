// One program in one context: loads it, steps the virtual clock until it is over, and says how it ended.
import type { Instrumented } from '../recorder/instrument.ts';
import type { Encoded, Finding, SourcePosition } from '../recording/types.ts';
import type { GuestSyntaxError } from '../sandbox/isolate.ts';
import { type Context, type Crossing, type GuestObject, type Isolate } from '../sandbox/isolate.ts';
import { positionInStack, type Ending } from './guest-report.ts';
import { limits } from './limits.ts';

/** A submission, ready to be compiled: erased, instrumented. */
export type Program = Instrumented & { path: string };

/** Numbers of `Progress` in grader/recorder/main.ts. */
const IDLE = 0;
const TIMER_LIMIT = 2;
const VIRTUAL_TIME_LIMIT = 3;
const SCENARIO_SETTLED = 10;
const UNCAUGHT = 11;
const EXITED = 12;
const BUSY_WAIT = 13;

/** The submission imports something; nothing is available to it. */
export class ImportRefusedError extends Error {
  override readonly name = 'ImportRefusedError';
  readonly code = 'IMPORT_REFUSED';
  readonly specifier: string;
  constructor(specifier: string) {
    super(`import of "${specifier}" refused`);
    this.specifier = specifier;
  }
}

export type World = { context: Context; controls: GuestObject };

/** `sources` is the text of all that will run in the world. */
export type WorldRequest = { seed: number; sources: string[] };

/** Makes a context with clock, recorder and globals, before any student code is in it. */
export function createWorld(isolate: Isolate, bundle: string, { seed, sources }: WorldRequest): World {
  const context = isolate.createContext();
  const hasTemporal = sources.some((source) => source.includes('Temporal'));
  const options = { ...limits, seed, hasTemporal };
  const controls = context.runBundle(bundle, 'recorder').callForObject('makeWorld', JSON.stringify(options));
  return { context, controls };
}

const WRAPPER = 'import * as solution from "solution"; import { ready } from "host"; ready(solution);';
const HOST = 'export let ready; export function set(f) { ready = f; }';
const STEP_HOOKS =
  'export let arg, made, none, wait, enter, leave, returns, suspend, yields, resumes, receives, reacts, combines; export function set(hooks) { ({ arg, made, none, wait, enter, leave, returns, suspend, yields, resumes, receives, reacts, combines } = hooks); }';
const HOOKS =
  'export let arg, made, none, wait; export function set(hooks) { ({ arg, made, none, wait } = hooks); }';

/**
 * Compiles and evaluates the program. A top-level `await` may still be pending afterwards: `controls.isReady` tells.
 * @throws GuestSyntaxError, ImportRefusedError
 */
export function loadProgram({ context, controls }: World, program: Program): Crossing {
  controls.call('conceal', program.key);
  const solution = context.compileModule(program.code, program.path);
  const isOurs = (specifier: string): boolean => program.key !== '' && specifier === program.hooksSpecifier;
  const refused = solution.specifiers.find((specifier) => !isOurs(specifier));
  if (refused !== undefined) throw new ImportRefusedError(refused);
  const host = makeSetter(context, HOST, 'host', controls.property('ready'));
  const hooks = program.hasSteps
    ? makeSetter(context, STEP_HOOKS, 'hooks', controls.callForObject('startSteps').property('hooks'))
    : makeSetter(context, HOOKS, 'hooks', controls.property('hooks'));
  const wrapper = context.compileModule(WRAPPER, 'wrapper');
  const modules: { [specifier: string]: typeof solution } = { solution, host };
  wrapper.link((specifier) => modules[specifier] ?? hooks);
  return wrapper.evaluate();
}

function makeSetter(
  context: Context,
  text: string,
  name: string,
  value: ReturnType<GuestObject['property']>,
) {
  const module = context.compileModule(text, name);
  module.link(() => {
    throw new Error(`${name} imports nothing`);
  });
  const evaluated = module.evaluate();
  const set = module.call('set', value);
  if (evaluated.threw || set.threw) throw new Error(`the ${name} module could not be set up`);
  return module;
}

/**
 * Steps until the program is over.
 *
 * @param begin Starts the scenario; called once the module is loaded. After the scenario has settled the loop goes on for
 * a bounded aftermath, so that the recording shows what was left running.
 * @throws IsolateLostError
 */
export function runToEnd(world: World, program: Program, loaded: Crossing, begin: () => Crossing): Ending {
  const { controls } = world;
  let crossings = 0;
  let crossing = loaded;
  let hasBegun = false;
  let settledAtMs: number | undefined;
  for (;;) {
    if (crossing.threw) {
      if (isTrue(controls.call('isBusyWaiting'))) return { kind: 'limit', limit: 'resources' };
      const ending = onGuestError(world, program, crossing, hasBegun || isTrue(controls.call('isReady')));
      if (ending !== null) {
        probe(controls);
        return ending;
      }
    }
    if (!hasBegun && isTrue(controls.call('isReady'))) {
      hasBegun = true;
      crossing = begin();
      continue;
    }
    if ((crossings += 1) > limits.crossingLimit) return { kind: 'limit', limit: 'timers' };
    crossing = controls.call('step');
    if (crossing.threw) continue;
    switch (crossing.value) {
      case IDLE:
        if (settledAtMs !== undefined) return { kind: 'settled' };
        probe(controls);
        return { kind: 'never-settled' };
      case TIMER_LIMIT:
        return settledAtMs === undefined ? { kind: 'limit', limit: 'timers' } : { kind: 'settled' };
      case VIRTUAL_TIME_LIMIT:
        return settledAtMs === undefined ? { kind: 'limit', limit: 'virtual-time' } : { kind: 'settled' };
      case BUSY_WAIT:
        return settledAtMs === undefined ? { kind: 'limit', limit: 'resources' } : { kind: 'settled' };
      case UNCAUGHT:
        return { kind: 'uncaught' };
      case EXITED:
        return settledAtMs === undefined ? { kind: 'never-settled' } : { kind: 'settled' };
      case SCENARIO_SETTLED:
        settledAtMs = nowMs(controls);
        break;
      default:
        if (settledAtMs !== undefined && nowMs(controls) > settledAtMs + limits.aftermathMs)
          return { kind: 'settled' };
    }
  }
}

/** An error that came out of a call into the guest is a rejection that nobody handled, or a module that failed to load. */
function onGuestError(
  { controls }: World,
  program: Program,
  error: Crossing & { threw: true },
  isLoaded: boolean,
): Ending | null {
  const encoded = encodeThrown(error, program);
  if (!isLoaded) return { kind: 'load-error', ...encoded };
  const offered = controls.call('offerRejection', error.message, error.stack !== '');
  if (!offered.threw && offered.value === true) return null;
  return { kind: 'unhandled-rejection', ...encoded };
}

function encodeThrown(
  error: Crossing & { threw: true },
  program: Program,
): { error: Encoded; at?: SourcePosition } {
  const at = positionInStack(error.stack, program);
  const place = at === undefined ? {} : { at };
  if (error.stack === '') return { error: error.message, ...place };
  return {
    error: { t: 'error', id: 0, name: error.name || 'Error', message: error.message, ...place, entries: [] },
    ...place,
  };
}

function probe(controls: GuestObject): void {
  // A rejected wait that nobody handles shows up as this call's error; the probe itself handles all it asks.
  controls.call('probe');
}

function isTrue(crossing: Crossing): boolean {
  return !crossing.threw && crossing.value === true;
}

function nowMs(controls: GuestObject): number {
  const crossing = controls.call('nowMs');
  return crossing.threw ? 0 : Number(crossing.value);
}

/** Place and text of a failure to compile, in the student's own line and column. */
export function syntaxFinding(error: GuestSyntaxError, program: Program): Finding {
  const at =
    error.line === undefined
      ? undefined
      : program.toOriginal({ file: program.path, line: error.line, column: (error.column ?? 0) + 1 });
  return { code: 'syntax-error', params: { error: error.message }, ...(at === undefined ? {} : { at }) };
}
