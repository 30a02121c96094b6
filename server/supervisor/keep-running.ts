// Starts a process again when it ends unasked, and says so when it does nothing but end.
import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '../start-error.ts';
import { waitUntil } from '../wait-until.ts';
import { afterCrash } from './crash-policy.ts';
import type { Lifetime } from './lifetimes.ts';
import type { ProcessGroup } from './process-group.ts';

const READY_MS = 60_000;

export type KeepRunningOptions = {
  /** As in "The grader stopped …". */
  name: string;
  start: () => ProcessGroup;
  isReady: () => boolean | Promise<boolean>;
  say: (sentence: string) => void;
  /** Development: what does nothing but end waits for `restart`, which a changed file calls. */
  waitsForChange?: boolean;
};

export type Kept = Lifetime & {
  /** Resolves when it first answers. Rejects with a StartError when it ends before that. */
  ready: Promise<void>;
  /** Rejects with a StartError when it cannot be kept running; otherwise stays pending. */
  gaveUp: Promise<never>;
  /** Ends the process, which is then started anew; no crash. */
  restart: () => Promise<void>;
};

type State = {
  group: ProcessGroup;
  isStopping: boolean;
  /** Settles the pause after a crash early: something has changed since. */
  asked: PromiseWithResolvers<void> & { isAsked: boolean };
  crashesMs: number[];
};

export function keepRunning(options: KeepRunningOptions): Kept {
  const state: State = { group: options.start(), isStopping: false, asked: notAsked(), crashesMs: [] };
  const ready = firstReady(options.name, state.group, options.isReady);
  const gaveUp = Promise.withResolvers<never>();
  gaveUp.promise.catch(() => undefined);
  // A failure before it was ready is told by `ready`, one after that by `gaveUp`.
  void ready
    .then(async () => await keepAlive(options, state))
    .catch((error: unknown) => gaveUp.reject(error));
  const end = (how: 'stop' | 'kill') => {
    state.isStopping = true;
    state.asked.resolve();
    return state.group[how]();
  };
  return {
    ready,
    gaveUp: gaveUp.promise,
    stop: async () => await end('stop'),
    kill: () => void end('kill'),
    restart: async () => {
      state.asked.isAsked = true;
      state.crashesMs = [];
      state.asked.resolve();
      await state.group.stop();
    },
  };
}

async function keepAlive(options: KeepRunningOptions, state: State): Promise<void> {
  for (;;) {
    const reason = await state.group.ended;
    await state.group.stop(); // what it had started itself may be left
    if (!state.isStopping && !state.asked.isAsked) await pauseAfterCrash(options, state, reason);
    if (state.isStopping) return;
    state.asked = notAsked();
    state.group = options.start();
  }
}

async function pauseAfterCrash(
  { name, say, waitsForChange = false }: KeepRunningOptions,
  state: State,
  reason: string,
): Promise<void> {
  const next = afterCrash(state.crashesMs, performance.now());
  state.crashesMs = next.crashesMs;
  if (next.decision === 'start-again') {
    say(`The ${name} stopped (${reason}) and is started again.`);
    await Promise.race([delay(next.pauseMs), state.asked.promise]);
    return;
  }
  const sentence = `The ${name} stopped ${next.crashesMs.length} times within a minute (${reason})${lastWords(state.group)}`;
  if (!waitsForChange) throw new StartError(`${sentence}.`);
  say(`${sentence}; it is started again when a file changes.`);
  await state.asked.promise;
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

function notAsked(): State['asked'] {
  return { ...Promise.withResolvers<void>(), isAsked: false };
}

function lastWords(group: ProcessGroup): string {
  const text = group.lastLines().join('\n    ').trim();
  return text === '' ? '' : `; its last words:\n    ${text}\n`;
}
