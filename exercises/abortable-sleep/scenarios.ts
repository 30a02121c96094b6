import type { Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

/** What the promise rejects with, itself; or that it did not. */
async function reasonOf(attempt: () => Promise<unknown>): Promise<unknown> {
  try {
    await attempt();
    return 'it fulfilled';
  } catch (error) {
    return error;
  }
}

export default {
  'undisturbed, it sleeps to the end': {
    async run(lab) {
      return await lab.solution.sleep(250);
    },
  },

  'an abort wakes it at once and takes the timer away': {
    async run(lab) {
      const { sleep } = lab.solution;
      const stop = new AbortController();
      const asleep = lab.outcomeOf(() => sleep(30000, stop.signal));
      await lab.sleep(120);
      stop.abort(new RangeError('Stop was pressed'));
      return await asleep;
    },
  },

  'a signal that is already aborted lets nobody sleep': {
    async run(lab) {
      const asleep = lab.solution.sleep(30000, AbortSignal.abort(new RangeError('Stop was pressed')));
      return await lab.outcomeOf(() => asleep);
    },
  },

  'sleeps that end leave no listener on the signal': {
    async run(lab) {
      const stop = new AbortController();
      for (const ms of [100, 200, 300]) await lab.solution.sleep(ms, stop.signal);
    },
  },

  'the reason is the very value of the signal': {
    hidden: true,
    async run(lab) {
      const { sleep } = lab.solution;
      const early = { pressedBy: 'Ada' };
      const late = { pressedBy: 'Bo' };
      const stop = new AbortController();
      const earlyReason = await reasonOf(() => sleep(lab.integer(100, 900), AbortSignal.abort(early)));
      const asleep = reasonOf(() => sleep(5000, stop.signal));
      const abortedAtMs = lab.integer(20, 400);
      await lab.sleep(abortedAtMs);
      stop.abort(late);
      const lateReason = await asleep;
      const describe = (reason: unknown, own: unknown): string =>
        reason === own ? 'signal.reason' : 'another value';
      return { abortedAtMs, before: describe(earlyReason, early), during: describe(lateReason, late) };
    },
  },

  'an abort without a reason is an AbortError': {
    hidden: true,
    async run(lab) {
      const { sleep } = lab.solution;
      const stop = new AbortController();
      const abortedAtMs = lab.integer(20, 400);
      const asleep = lab.outcomeOf(() => sleep(5000, stop.signal));
      await lab.sleep(abortedAtMs);
      stop.abort();
      return { abortedAtMs, outcome: await asleep };
    },
  },

  'an abort wakes all sleepers of its signal, and no one else': {
    hidden: true,
    async run(lab) {
      const { sleep } = lab.solution;
      const [stop, other] = [new AbortController(), new AbortController()];
      const abortedAtMs = lab.integer(200, 400);
      const sleepers: Promise<unknown>[] = [];
      const ends: { name: string; atMs: number; message: string | null }[] = [];
      const settle = async (name: string, ms: number, signal?: AbortSignal): Promise<void> => {
        const outcome = await lab.outcomeOf(() => sleep(ms, signal));
        ends.push({ name, atMs: lab.now(), message: 'error' in outcome ? outcome.error.message : null });
      };
      sleepers.push(settle('early', 150, stop.signal), settle('first', 5000, stop.signal));
      sleepers.push(settle('second', 7000, stop.signal), settle('other', 450, other.signal));
      sleepers.push(settle('free', 470));
      await lab.sleep(abortedAtMs);
      stop.abort(new Error('Stop was pressed'));
      await Promise.all(sleepers);
      return { abortedAtMs, ends };
    },
  },
} satisfies Scenarios<typeof solution>;
