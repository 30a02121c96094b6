// Vitest's `waitFor` and `waitUntil`, in virtual time. Under fake timers each look moves the clock, as there.
import type { FakeTimers } from './fake-timers.ts';

type Options = number | { timeout?: number; interval?: number };

const TIMEOUT_MS = 1000;
const INTERVAL_MS = 50;

type WaitWord = (look: () => unknown, options?: Options) => Promise<unknown>;

export function makeWaiting(
  timers: FakeTimers,
  sleep: (ms: number) => Promise<void>,
): { waitFor: WaitWord; waitUntil: WaitWord } {
  async function pause(ms: number): Promise<void> {
    if (timers.isHeld()) await timers.advanceAsync(ms);
    else await sleep(ms);
  }

  /** Looks until `look` says it is done. @throws what the last look threw, or that the time is over. */
  async function poll(look: () => Promise<{ done: boolean; value: unknown }>, options: Options = {}) {
    const given = typeof options === 'number' ? { timeout: options } : options;
    const { timeout = TIMEOUT_MS, interval = INTERVAL_MS } = given;
    for (let waitedMs = 0; ; waitedMs += interval) {
      const isLast = waitedMs >= timeout;
      try {
        const { done, value } = await look();
        if (done) return value;
        if (isLast) throw new Error(`Timed out after ${timeout} ms of virtual time.`);
      } catch (error) {
        if (isLast) throw error;
      }
      await pause(interval);
    }
  }

  return {
    waitFor: async (look, options) => await poll(async () => ({ done: true, value: await look() }), options),
    waitUntil: async (look, options) =>
      await poll(async () => {
        const value = await look();
        return { done: Boolean(value), value };
      }, options),
  };
}
