// The part of Node's `process` that asynchronous code uses: nextTick, events, exit, hrtime, standard output.
import { refuse } from './arguments.ts';
import type { EventLoop } from './event-loop.ts';
import {
  defineMethods,
  defineProperty,
  freeze,
  installGlobal,
  RealBigInt,
  RealNumber,
  record,
  trunc,
} from './primordials.ts';
import { onRestart } from './restart.ts';
import { makeProcessEvents, type Handler } from './process-events.ts';

export type ProcessState = {
  readonly exitRequested: boolean;
  readonly exitCode: number;
  /** Offers an unhandled rejection to the program's handlers; false when there is none. */
  offerRejection(reason: unknown): boolean;
  /** Offers an error that nothing caught; false when nobody listens. */
  offerUncaught(error: unknown): boolean;
  /** Nothing is left to run: tells 'beforeExit', then 'exit'. @returns whether a handler has run. */
  offerEnd(): boolean;
};

/** Where the program's raw output goes. */
export type RawOutput = { writeRaw(stream: 'stdout' | 'stderr', text: string): void };

/**
 * What `process.exit()` throws, to stop its caller. Nothing that runs because of it is seen: the world takes no output and
 * no step after an exit.
 */
const STOP = freeze(record({ exit: true }));

export function installProcess(loop: EventLoop, output: RawOutput): ProcessState {
  const process = {};
  const events = makeProcessEvents(process);
  let exitRequested = false;
  let exitCode = 0;
  let hasToldEmpty = false;
  let hasToldExit = false;
  onRestart(() => {
    exitRequested = hasToldEmpty = hasToldExit = false;
    exitCode = 0;
  });
  const toCode = (code: unknown): number => RealNumber(code) | 0;

  function hrtime(since?: [number, number]): [number, number] {
    const sinceMs = since === undefined ? 0 : since[0] * 1000 + since[1] / 1_000_000;
    const elapsedMs = loop.nowMs() - sinceMs;
    return [trunc(elapsedMs / 1000), trunc((elapsedMs % 1000) * 1_000_000)];
  }
  defineMethods(hrtime, { bigint: () => RealBigInt(trunc(loop.nowMs() * 1_000_000)) });

  defineMethods(process, {
    ...events.methods,
    nextTick(callback: unknown, ...args: unknown[]): void {
      if (typeof callback !== 'function') refuse('callback', 'of type function', callback);
      if (!exitRequested) loop.enqueueTick(callback as Handler, args);
    },
    exit(code?: unknown): never {
      if (code !== undefined && !exitRequested) exitCode = toCode(code);
      if (!exitRequested && !hasToldExit) {
        hasToldExit = true;
        events.emit('exit', [exitCode]);
      }
      exitRequested = true;
      throw STOP; // oxlint-disable-line typescript/only-throw-error -- it must pass for no error of the program's
    },
    cwd: () => '/',
    uptime: () => loop.nowMs() / 1000,
    hrtime,
  });
  defineConstants(process, {
    env: {},
    argv: ['node', 'solution.js'],
    platform: 'linux',
    stdout: makeStream(output, 'stdout'),
    stderr: makeStream(output, 'stderr'),
  });
  defineProperty(
    process,
    'exitCode',
    record({
      get: () => exitCode,
      set: (code: unknown) => {
        if (!exitRequested) exitCode = toCode(code);
      },
      enumerable: true,
      configurable: true,
    }),
  );
  installGlobal('process', process);

  return record({
    get exitRequested() {
      return exitRequested;
    },
    get exitCode() {
      return exitCode;
    },
    offerRejection: (reason: unknown) =>
      events.emit('unhandledRejection', [reason]) ||
      events.emit('uncaughtException', [reason, 'unhandledRejection']),
    offerUncaught: (error: unknown) => events.emit('uncaughtException', [error, 'uncaughtException']),
    offerEnd() {
      if (!hasToldEmpty) {
        hasToldEmpty = true;
        if (events.emit('beforeExit', [exitCode])) return true;
      }
      if (hasToldExit) return false;
      hasToldExit = true;
      return events.emit('exit', [exitCode]);
    },
  });
}

function defineConstants(process: object, constants: { [name: string]: unknown }): void {
  for (const name in constants) {
    const value = constants[name];
    defineProperty(process, name, record({ value, writable: true, enumerable: true, configurable: true }));
  }
}

function makeStream(output: RawOutput, stream: 'stdout' | 'stderr'): object {
  const made = {};
  defineMethods(made, {
    write(text: unknown): boolean {
      output.writeRaw(stream, `${text as string}`);
      return true;
    },
  });
  return made;
}
