// One program in one context: loads it, steps the virtual clock until it is over, and says how it ended.
import type { Instrumented } from '../recorder/instrument.ts';
import type { Encoded, Finding, SourcePosition } from '../recording/types.ts';
import type { GuestSyntaxError } from '../sandbox/isolate.ts';
import type { Context, Crossing, GuestDoor, GuestModule, Isolate } from '../sandbox/isolate.ts';
import { positionInStack, type Ending } from './guest-report.ts';
import { limits } from './limits.ts';

/** A submission, ready to be compiled: erased, instrumented. */
export type Program = Instrumented & { path: string };

/** Numbers of `Progress` in grader/recorder/main.ts. */
const IDLE = 0;
const RAN = 1;
const TIMER_LIMIT = 2;
const VIRTUAL_TIME_LIMIT = 3;
const SETTLED = 10;
const UNCAUGHT = 11;
const EXITED = 12;

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

/** A context with clock, recorder and globals, before any student code is in it. */
export type World = { context: Context; controls: GuestDoor; host: GuestModule };

/** Takes what the submission needs of the world, and takes the world's door away from the global object. */
const HOST =
  'export const { arg, made, none, wait, ready } = __interleave.exports; delete globalThis.__interleave;';
const WRAPPER = 'import * as solution from "solution"; import { ready } from "host"; ready(solution);';

export function createWorld(isolate: Isolate, bundle: string): World {
  const context = isolate.createContext();
  const controls = context.openWorld(bundle);
  const host = context.compileModule(HOST, 'host');
  host.link(() => {
    throw new Error('the host module imports nothing');
  });
  if (host.evaluate().threw) throw new Error('the host module could not be set up');
  return { context, controls, host };
}

/** @param sources The text of all that will run in the world. */
export function configureWorld({ controls }: World, seed: number, key: string, sources: string[]): void {
  const hasTemporal = sources.some((source) => source.includes('Temporal'));
  const configured = controls.call('configure', JSON.stringify({ ...limits, seed, key, hasTemporal }));
  if (configured.threw) throw new Error(`the world could not be configured: ${configured.message}`);
}

/**
 * Compiles and evaluates the program. A top-level `await` may still be pending afterwards.
 * @throws GuestSyntaxError, ImportRefusedError
 */
export function loadProgram({ context, host }: World, program: Program): Crossing {
  const solution = context.compileModule(program.code, program.path);
  const isOurs = (specifier: string): boolean => program.key !== '' && specifier === program.hooksSpecifier;
  const refused = solution.specifiers.find((specifier) => !isOurs(specifier));
  if (refused !== undefined) throw new ImportRefusedError(refused);
  const wrapper = context.compileModule(WRAPPER, 'wrapper');
  wrapper.link((specifier) => (specifier === 'solution' ? solution : host));
  return wrapper.evaluate();
}

/**
 * Steps until the program is over. After the scenario has settled the loop goes on for a bounded aftermath, so that the
 * recording shows what was left running.
 *
 * @throws IsolateLostError
 */
export function runToEnd(world: World, program: Program, loaded: Crossing): Ending {
  const { controls } = world;
  let crossing = loaded;
  for (let crossings = 0; crossings <= limits.crossingLimit; crossings += 1) {
    const ending = crossing.threw ? onGuestError(world, program, crossing) : toEnding(crossing.value);
    if (ending !== null) {
      // A rejected wait that nobody handles shows up as this call's error; the probe itself handles all it asks.
      if (ending.kind === 'never-settled') controls.call('probe');
      return ending;
    }
    crossing = controls.call('step');
  }
  return { kind: 'limit', limit: 'timers' };
}

function toEnding(progress: unknown): Ending | null {
  switch (progress) {
    case IDLE:
    case EXITED:
      return { kind: 'never-settled' };
    case TIMER_LIMIT:
      return { kind: 'limit', limit: 'timers' };
    case VIRTUAL_TIME_LIMIT:
      return { kind: 'limit', limit: 'virtual-time' };
    case SETTLED:
      return { kind: 'settled' };
    case UNCAUGHT:
      return { kind: 'uncaught' };
    case RAN:
    default:
      return null;
  }
}

/** An error that came out of a call into the guest is a rejection that nobody handled, or a module that failed to load. */
function onGuestError(
  { controls }: World,
  program: Program,
  error: Crossing & { threw: true },
): Ending | null {
  const encoded = encodeThrown(error, program);
  if (!isTrue(controls.call('isReady'))) return { kind: 'load-error', ...encoded };
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

function isTrue(crossing: Crossing): boolean {
  return !crossing.threw && crossing.value === true;
}

/** Place and text of a failure to compile, in the student's own line and column. */
export function syntaxFinding(error: GuestSyntaxError, program: Program): Finding {
  const at =
    error.line === undefined
      ? undefined
      : program.toOriginal({ file: program.path, line: error.line, column: (error.column ?? 0) + 1 });
  return { code: 'syntax-error', params: { error: error.message }, ...(at === undefined ? {} : { at }) };
}
