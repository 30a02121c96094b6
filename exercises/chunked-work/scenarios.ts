import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;

/** Items that are the ms that they take. */
function handler(lab: Lab<Solution>, handled: number[]): (ms: number) => string {
  return (ms) => {
    lab.work(ms);
    handled.push(ms);
    return `item of ${ms} ms`;
  };
}

const never = new AbortController().signal;

/** Starts a timer for each of these times, and gives a list that fills with the times at which they fire. */
function timersAt(lab: Lab<Solution>, timesMs: number[]): number[] {
  const firedMs: number[] = [];
  for (const ms of timesMs) void lab.sleep(ms).then(() => firedMs.push(lab.now()));
  return firedMs;
}

export default {
  'a slice ends when its budget is used up': {
    async run(lab) {
      const done: number[] = [];
      const items = Array.from({ length: 11 }, () => 8);
      const results = await lab.solution.processAll(items, handler(lab, []), {
        budgetMs: 20,
        onProgress: (count) => done.push(count),
        signal: never,
      });
      return { done, results };
    },
  },

  'timers keep their time': {
    async run(lab) {
      const order: string[] = [];
      const firedMs: number[] = [];
      for (const dueMs of [30, 100, 170]) {
        void lab.sleep(dueMs).then(() => order.push(`timer of ${dueMs}`) && firedMs.push(lab.now()));
      }
      const items = Array.from({ length: 24 }, () => 10);
      await lab.solution.processAll(items, handler(lab, []), {
        budgetMs: 40,
        onProgress: (count) => order.push(`${count} done`),
        signal: never,
      });
      return { firedMs, order };
    },
  },

  'the stop button stops before the next slice': {
    async run(lab) {
      const controller = new AbortController();
      const handled: number[] = [];
      void lab.sleep(50).then(() => controller.abort(new Error('Stopped by Ada')));
      const outcome = await lab.outcomeOf(() =>
        lab.solution.processAll(
          Array.from({ length: 12 }, () => 10),
          handler(lab, handled),
          { budgetMs: 20, onProgress: () => {}, signal: controller.signal },
        ),
      );
      await lab.sleep(200);
      return { message: 'error' in outcome ? outcome.error.message : 'nothing, it fulfilled', handled };
    },
  },

  'a budget that is used up to the ms': {
    hidden: true,
    async run(lab) {
      const eachMs = lab.integer(4, 9);
      const perSlice = lab.integer(2, 4);
      const done: number[] = [];
      await lab.solution.processAll(
        Array.from({ length: perSlice * 3 }, () => eachMs),
        handler(lab, []),
        { budgetMs: eachMs * perSlice, onProgress: (count) => done.push(count), signal: never },
      );
      return { perSlice, done };
    },
  },

  'any items, any budget': {
    hidden: true,
    async run(lab) {
      const budgetMs = lab.integer(15, 40);
      const items = Array.from({ length: lab.integer(20, 30) }, () => lab.integer(1, 18));
      const timesMs = [40, 80, 120];
      const firedMs = timersAt(lab, timesMs);
      const handled: number[] = [];
      const done: number[] = [];
      const results = await lab.solution.processAll(lab.copy(items), handler(lab, handled), {
        budgetMs,
        onProgress: (count) => done.push(count),
        signal: never,
      });
      const tookMs = lab.now();
      await lab.sleep(150);
      return { budgetMs, items, handled, done, results, tookMs, timesMs, firedMs };
    },
  },

  'stopped before it began': {
    hidden: true,
    async run(lab) {
      const handled: number[] = [];
      const reason = new Error(`Stopped by ${lab.pick(['Ada', 'Bo', 'Cy'])}`);
      const outcome = await lab.outcomeOf(() =>
        lab.solution.processAll([10, 10, 10], handler(lab, handled), {
          budgetMs: 10,
          onProgress: () => {},
          signal: AbortSignal.abort(reason),
        }),
      );
      const message = 'error' in outcome ? outcome.error.message : 'nothing, it fulfilled';
      return { reason: reason.message, message, handled };
    },
  },

  'an item that fails, and no items at all': {
    hidden: true,
    async run(lab) {
      const failing = lab.integer(3, 6);
      const handled: number[] = [];
      const done: number[] = [];
      const options = { budgetMs: 20, onProgress: (count: number) => done.push(count), signal: never };
      const none = await lab.solution.processAll([], handler(lab, handled), options);
      const outcome = await lab.outcomeOf(() =>
        lab.solution.processAll(
          [1, 2, 3, 4, 5, 6, 7, 8, 9],
          (item) => {
            lab.work(1);
            if (item === failing) throw new RangeError(`Record ${item} is damaged`);
            handled.push(item);
          },
          options,
        ),
      );
      await lab.sleep(100);
      const message = 'error' in outcome ? outcome.error.message : 'nothing, it fulfilled';
      return { failing, none, message, handled, done };
    },
  },
} satisfies Scenarios<Solution>;
