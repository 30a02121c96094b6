// The life of every command: bring up, wait for its end, a signal or a failure, take everything down.
import { makeLifetimes } from './lifetimes.ts';
import type { Lifetimes } from './lifetimes.ts';
import type { Say } from './steps.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** One Ctrl-C may arrive twice: from the terminal, and passed on by npm. */
const SAME_SIGNAL_MS = 1_000;

export type Life = { lifetimes: Lifetimes; signal: AbortSignal; say: Say };
/** `ended` resolves when there is nothing more to do, and rejects when it cannot go on. */
export type BroughtUp = { ended: Promise<void> };

/**
 * @returns The exit code after an orderly end; nothing is left running.
 * @throws What `bringUp` or `ended` rejected with, after everything has been stopped.
 */
export async function untilStopped(bringUp: (life: Life) => Promise<BroughtUp>): Promise<number> {
  const lifetimes = makeLifetimes();
  const { requested, signal } = listenForSignals(lifetimes);
  const up = bringUp({ lifetimes, signal, say: (line) => console.log(line) });
  try {
    await Promise.race([requested, up.then(async ({ ended }) => await ended)]);
    return 0;
  } finally {
    await lifetimes.stopAll();
    await up.catch(() => undefined); // the step under way when the signal came; no further one begins
    await lifetimes.stopAll();
    if (signal.aborted) console.log('Stopped.');
  }
}

/** The first signal asks for an orderly stop; a later one means at once. */
function listenForSignals(lifetimes: Lifetimes): { requested: Promise<void>; signal: AbortSignal } {
  const abort = new AbortController();
  const { promise: requested, resolve } = Promise.withResolvers<void>();
  let firstMs = 0;
  const stop = () => {
    if (!abort.signal.aborted) {
      firstMs = performance.now();
      console.log('\nStopping … (Ctrl-C once more: at once)');
      abort.abort();
      resolve();
    } else if (performance.now() - firstMs > SAME_SIGNAL_MS) {
      lifetimes.killAll();
      process.exit(1);
    }
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  return { requested, signal: abort.signal };
}
