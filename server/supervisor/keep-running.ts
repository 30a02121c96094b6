// Starts a process again when it ends unasked, ever later, and gives up when it does nothing but end.
import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '../start-error.ts';
import { waitUntil } from '../wait-until.ts';
import type { Lifetime } from './lifetimes.ts';
import type { ProcessGroup } from './process-group.ts';

const READY_MS = 60_000;
const CRASH_LIMIT = 5;
const CRASH_WINDOW_MS = 60_000;
const FIRST_PAUSE_MS = 250;

export type KeepRunningOptions = {
  /** As in "The grader stopped …". */
  name: string;
  start: () => ProcessGroup;
  isReady: () => boolean | Promise<boolean>;
  say: (sentence: string) => void;
};

export type Kept = Lifetime & {
  /** Resolves when it first answers. Rejects with a StartError when it ends before that. */
  ready: Promise<void>;
  /** Rejects with a StartError when it cannot be kept running; otherwise stays pending. */
  gaveUp: Promise<never>;
  /** Ends the process, which is then started anew; no crash. */
  restart: () => Promise<void>;
};

export function keepRunning({ name, start, isReady, say }: KeepRunningOptions): Kept {
  const state = { current: start(), isStopping: false, isRestarting: false, crashes: [] as number[] };
  const gaveUp = Promise.withResolvers<never>();
  const ready = firstReady(name, state.current, isReady);

  const watch = async () => {
    await ready;
    for (;;) {
      const reason = await state.current.ended;
      if (state.isStopping) return;
      if (!state.isRestarting) await pauseAfterCrash(reason);
      if (state.isStopping) return;
      state.isRestarting = false;
      state.current = start();
    }
  };
  const pauseAfterCrash = async (reason: string) => {
    await state.current.stop(); // what it had started itself may be left
    const now = performance.now();
    state.crashes = [...state.crashes.filter((at) => now - at < CRASH_WINDOW_MS), now];
    if (state.crashes.length >= CRASH_LIMIT)
      throw new StartError(
        `The ${name} stopped ${CRASH_LIMIT} times within a minute (${reason})${lastWords(state.current)}.`,
      );
    say(`The ${name} stopped (${reason}) and is started again.`);
    await delay(FIRST_PAUSE_MS * 2 ** (state.crashes.length - 1));
  };
  // A failure before it was ready is told by `ready` already.
  watch().catch((error: unknown) => gaveUp.reject(error));
  gaveUp.promise.catch(() => undefined);

  return {
    ready,
    gaveUp: gaveUp.promise,
    restart: async () => {
      state.isRestarting = true;
      await state.current.stop();
    },
    stop: async () => {
      state.isStopping = true;
      await state.current.stop();
    },
    kill: () => {
      state.isStopping = true;
      state.current.kill();
    },
  };
}

async function firstReady(
  name: string,
  group: ProcessGroup,
  isReady: () => boolean | Promise<boolean>,
): Promise<void> {
  const answered = await waitUntil(async () => group.hasEnded() || (await isReady()), READY_MS, 25);
  if (group.hasEnded())
    throw new StartError(`The ${name} did not start (${await group.ended})${lastWords(group)}.`);
  if (!answered) throw new StartError(`The ${name} did not answer within ${READY_MS / 1000} seconds.`);
}

function lastWords(group: ProcessGroup): string {
  const text = group.lastLines().join('\n    ').trim();
  return text === '' ? '' : `; its last words:\n    ${text}\n`;
}
