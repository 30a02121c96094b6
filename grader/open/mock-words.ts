// `vi` and `jest`: mock functions, fake timers and replaced modules, under the names that each library gives them.
import {
  clearAllMocks,
  fn,
  isMockFunction,
  resetAllMocks,
  restoreAllMocks,
  spyOn,
  type Mock,
} from '@vitest/spy';
import type { FakeTimers } from './fake-timers.ts';
import type { MockedModules } from './mocked-modules.ts';
import { makeStubs } from './stubs.ts';
import { makeWaiting } from './waiting.ts';

type Words = { [word: string]: unknown };
type Parts = {
  timers: FakeTimers;
  modules: MockedModules;
  /** Waits for so many virtual ms, whatever becomes of the spec's own timers. */
  sleep: (ms: number) => Promise<void>;
  setDefaultTimeout: (ms: number) => void;
};

export function makeVi(parts: Parts): Words {
  const { timers, modules } = parts;
  const vi: Words = {};
  return Object.assign(vi, {
    ...chained(vi, { ...mockWords, ...timerWords(timers), ...moduleWords(modules), ...makeStubs() }),
    fn,
    spyOn,
    isMockFunction,
    mocked: (value: unknown) => value,
    hoisted: (make: () => unknown) => make(),
    importActual: async (specifier: string) => modules.actual(specifier),
    importMock: async (specifier: string) => modules.mocked(specifier),
    isFakeTimers: timers.isHeld,
    getTimerCount: timers.count,
    getMockedSystemTime: () => (timers.isHeld() ? new Date(timers.systemMs()) : null),
    getRealSystemTime: () => timers.systemMs(),
    setConfig: (config: { testTimeout?: number }) => parts.setDefaultTimeout(config.testTimeout ?? 5000),
    ...makeWaiting(timers, parts.sleep),
  });
}

export function makeJest(parts: Parts): Words {
  const { timers, modules } = parts;
  const jest: Words = {};
  return Object.assign(jest, {
    ...chained(jest, {
      ...mockWords,
      ...timerWords(timers),
      ...moduleWords(modules),
      setTimeout: parts.setDefaultTimeout,
      retryTimes: () => undefined,
      unstable_mockModule: modules.mock,
    }),
    fn: jestFn,
    spyOn,
    isMockFunction,
    mocked: (value: unknown) => value,
    requireActual: modules.actual,
    requireMock: modules.mocked,
    replaceProperty,
    now: timers.systemMs,
    getRealSystemTime: timers.systemMs,
    getTimerCount: timers.count,
  });
}

const mockWords = { clearAllMocks, resetAllMocks, restoreAllMocks };

function timerWords(timers: FakeTimers) {
  return {
    useFakeTimers: timers.use,
    useRealTimers: timers.useReal,
    setSystemTime: timers.setSystemTime,
    advanceTimersByTime: timers.advance,
    advanceTimersByTimeAsync: timers.advanceAsync,
    advanceTimersToNextTimer: (steps = 1) => repeat(steps, timers.next),
    advanceTimersToNextTimerAsync: async (steps = 1) => {
      for (let step = 0; step < steps; step += 1) await timers.nextAsync();
    },
    runAllTimers: timers.runAll,
    runAllTimersAsync: timers.runAllAsync,
    runOnlyPendingTimers: timers.runPending,
    runOnlyPendingTimersAsync: timers.runPendingAsync,
    runAllTicks: () => undefined,
    clearAllTimers: timers.clear,
  };
}

function moduleWords(modules: MockedModules) {
  return { mock: modules.mock, doMock: modules.mock, unmock: modules.restore, doUnmock: modules.restore };
}

function repeat(times: number, run: () => void): void {
  for (let step = 0; step < times; step += 1) run();
}

/** Words that return the library itself, so that calls can be chained, unless they return a promise. */
function chained(self: Words, words: { [word: string]: (...args: never[]) => unknown }): Words {
  return Object.fromEntries(
    Object.entries(words).map(([name, run]) => [
      name,
      (...args: unknown[]) => {
        const returned = run(...(args as never[]));
        return returned instanceof Promise ? returned : self;
      },
    ]),
  );
}

/** Jest's `mockReset` forgets the implementation that a mock was made with; Vitest's goes back to it. */
function jestFn(implementation?: (...args: unknown[]) => unknown): Mock {
  const mock = fn();
  return implementation === undefined ? mock : mock.mockImplementation(implementation);
}

function replaceProperty(target: { [key: string]: unknown }, key: string, value: unknown) {
  const original = target[key];
  target[key] = value;
  return {
    replaceValue(next: unknown) {
      target[key] = next;
      return this;
    },
    restore() {
      target[key] = original;
    },
  };
}
