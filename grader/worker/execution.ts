// Steps the virtual clock of a world until its program is over, and says how it ended.
import { Progress } from '../virtual-clock/progress.ts';
import type { Encoded, Finding, SourcePosition } from '../recording/types.ts';
import type { Crossing, GuestSyntaxError } from '../sandbox/isolate.ts';
import type { Ending } from './guest-report.ts';
import { limits } from './limits.ts';
import type { Program } from './program.ts';
import { positionInStack } from './stack-frames.ts';
import { hasFailedToLoad, ImportRefusedError, type World } from './world.ts';

/** Rounds of ticks and microtasks that a rejected program may still take; Node would wait for them for ever. */
const TICK_ROUNDS_LIMIT = 1000;

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
      if (ending.kind === 'never-settled' || ending.kind === 'unhandled-rejection') controls.call('probe');
      return ending;
    }
    crossing = controls.call('step');
  }
  return { kind: 'limit', limit: 'timers' };
}

function toEnding(progress: unknown): Ending | null {
  switch (progress) {
    case Progress.Idle:
    case Progress.Exited:
      return { kind: 'never-settled' };
    case Progress.TimerLimit:
      return { kind: 'limit', limit: 'timers' };
    case Progress.VirtualTimeLimit:
      return { kind: 'limit', limit: 'virtual-time' };
    case Progress.BusyWait:
      return { kind: 'limit', limit: 'resources' };
    case Progress.Settled:
      return { kind: 'settled' };
    case Progress.Uncaught:
      return { kind: 'uncaught' };
    case Progress.Ran:
    default:
      return null;
  }
}

/** An error that came out of a call into the guest is a rejection that nobody handled, or a module that failed to load. */
function onGuestError(world: World, program: Program, error: Crossing & { threw: true }): Ending | null {
  const { controls } = world;
  if (isTrue(controls.call('isBusyWaiting'))) return null; // the next step says so
  // `process.exit()` stops its caller by throwing; the next step says that the program is over.
  const hasExited = (): boolean => isTrue(controls.call('hasExited'));
  if (hasExited()) return null;
  const encoded = encodeThrown(error, program);
  const isReady = isTrue(controls.call('isReady'));
  if (!isReady && hasFailedToLoad(world)) return { kind: 'load-error', ...encoded };
  // Node looks for rejections once the queue of ticks is empty. A rejection that such a tick handles still ends the program
  // here: isolated-vm tells of it before the tick runs, and not that it has been handled.
  for (let rounds = 0; rounds < TICK_ROUNDS_LIMIT; rounds += 1) if (!isTrue(controls.call('runTicks'))) break;
  if (hasExited()) return null;
  if (isTrue(controls.call('isUncaught'))) return { kind: 'uncaught' };
  const offered = controls.call('offerRejection', error.message, error.stack !== '');
  if (!offered.threw && offered.value === true) return null;
  return { kind: isReady ? 'unhandled-rejection' : 'load-error', ...encoded };
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

/** Why a submission cannot be loaded, in the student's own file, line and column. */
export function submissionFinding(error: GuestSyntaxError | ImportRefusedError, program: Program): Finding {
  if (error instanceof ImportRefusedError) {
    return { code: 'import-refused', params: { specifier: error.specifier, file: error.importer } };
  }
  const at =
    error.line === undefined
      ? importPosition(error.message, program)
      : program.toOriginal({
          file: error.file ?? program.entry,
          line: error.line,
          column: error.column ?? 1,
        });
  return { code: 'syntax-error', params: { error: error.message }, ...(at === undefined ? {} : { at }) };
}

/** V8 tells the names of an import that finds no export, but not where it stands. */
function importPosition(message: string, program: Program): SourcePosition | undefined {
  const [, specifier] = /module '([^']+)' does not provide an export named '([^']+)'/.exec(message) ?? [];
  if (specifier === undefined) return undefined;
  for (const [file, { code }] of program.files) {
    const line = code.split('\n').findIndex((text) => IMPORT.test(text) && text.includes(specifier));
    if (line !== -1) return { file, line: line + 1, column: 1 };
  }
  return undefined;
}

const IMPORT = /\b(?:import|export)\b|\bfrom\b/;
