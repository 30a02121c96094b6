// The part of Node's `process` that asynchronous code uses: nextTick, on('unhandledRejection'), exit, hrtime, env.
import type { EventLoop } from './event-loop.ts';
import {
  append,
  apply,
  defineMethods,
  defineProperty,
  installGlobal,
  list,
  RealNumber,
  RealTypeError,
  record,
  stringEndsWith,
  stringSlice,
  trunc,
  type List,
} from './primordials.ts';
import { onRestart } from './restart.ts';
import { describeReceived, nodeError } from './errors.ts';

export type ProcessState = {
  readonly exitRequested: boolean;
  readonly exitCode: number;
  offerRejection(reason: unknown): boolean;
};

type Handler = (...args: unknown[]) => unknown;

export function installProcess(
  loop: EventLoop,
  output: { write(level: string, text: string): void },
): ProcessState {
  let rejectionHandlers: List<Handler> = list();
  let exitRequested = false;
  let exitCode = 0;

  onRestart(() => {
    rejectionHandlers = list();
    exitRequested = false;
    exitCode = 0;
  });

  const process = {};
  defineMethods(process, {
    nextTick(callback: unknown, ...args: unknown[]): void {
      if (typeof callback !== 'function') {
        const received = describeReceived(callback);
        const message = `The "callback" argument must be of type function. Received ${received}`;
        throw nodeError(RealTypeError, 'ERR_INVALID_ARG_TYPE', message);
      }
      loop.enqueueTick(callback as Handler, args);
    },
    on(event: unknown, handler: unknown): object {
      if (event === 'unhandledRejection' && typeof handler === 'function')
        append(rejectionHandlers, handler as Handler);
      return process;
    },
    exit(code?: unknown): void {
      exitRequested = true;
      if (code !== undefined) exitCode = RealNumber(code) | 0;
    },
    uptime: () => loop.nowMs() / 1000,
    hrtime: () => [trunc(loop.nowMs() / 1000), (loop.nowMs() % 1000) * 1_000_000],
  });
  const constant = (name: string, value: unknown): void => {
    defineProperty(process, name, record({ value, writable: true, enumerable: true, configurable: true }));
  };
  constant('env', {});
  constant('argv', []);
  constant('platform', 'linux');
  constant('stdout', { write: (text: unknown) => writeLine(output, text) });
  defineProperty(
    process,
    'exitCode',
    record({
      get: () => exitCode,
      set: (code: unknown) => {
        exitCode = RealNumber(code) | 0;
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
    offerRejection(reason: unknown) {
      for (let index = 0; index < rejectionHandlers.length; index += 1) {
        apply(rejectionHandlers[index] as Handler, process, [reason]);
      }
      return rejectionHandlers.length > 0;
    },
  });
}

function writeLine(output: { write(level: string, text: string): void }, text: unknown): boolean {
  const line = `${text as string}`;
  output.write('log', stringEndsWith(line, '\n') ? stringSlice(line, 0, -1) : line);
  return true;
}
