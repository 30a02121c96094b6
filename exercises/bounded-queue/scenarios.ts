import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;
type Copy = { capacity: number; readMs: number[]; writeMs: number[] };

/** Copies as many rows as there are latencies, from `read` to `write`, through a queue. Gives the rows as they were written. */
async function copyTable(lab: Lab<Solution>, { capacity, readMs, writeMs }: Copy): Promise<string[]> {
  const { read, write } = lab.simulate({
    read: { ms: readMs, value: (row: number) => `row ${row}` },
    write: { ms: writeMs, value: (row: string) => row },
  });
  const queue = lab.solution.makeQueue<string>(capacity);
  const written: string[] = [];
  async function readAll(): Promise<void> {
    for (let row = 0; row < readMs.length; row += 1) await queue.push(await read(row));
  }
  async function writeAll(): Promise<void> {
    while (written.length < readMs.length) written.push(await write(await queue.take()));
  }
  await Promise.all([readAll(), writeAll()]);
  return written;
}

export default {
  'the reader keeps to the pace of the writer': {
    async run(lab) {
      const readMs = [20, 20, 20, 20, 20, 20];
      return await copyTable(lab, { capacity: 2, readMs, writeMs: readMs.map(() => 100) });
    },
  },

  'push waits while the queue is full': {
    async run(lab) {
      const queue = lab.solution.makeQueue<string>(2);
      const pushes = ['a', 'b', 'c', 'd'].map(async (value) => {
        await queue.push(value);
        return lab.now();
      });
      const taken: string[] = [];
      for (let take = 0; take < 4; take += 1) {
        await lab.sleep(100);
        taken.push(await queue.take());
      }
      return { placedMs: await Promise.all(pushes), taken };
    },
  },

  'take waits until there is something': {
    async run(lab) {
      const queue = lab.solution.makeQueue<string>(1);
      const takes = ['first', 'second', 'third'].map(
        async (taker) => `${taker} take: ${await queue.take()} at ${lab.now()} ms`,
      );
      await lab.sleep(50);
      await queue.push('a');
      await lab.sleep(50);
      await Promise.all([queue.push('b'), queue.push('c')]);
      return await Promise.all(takes);
    },
  },

  'nobody pushes in': {
    hidden: true,
    async run(lab) {
      const values = lab.shuffle(['a', 'b', 'c', 'd', 'e']);
      const queue = lab.solution.makeQueue<string>(2);
      const early = values.slice(0, 4).map(async (value) => await queue.push(value));
      await lab.sleep(100);
      const first = queue.take();
      const late = values.slice(4).map(async (value) => await queue.push(value));
      const taken = [await first];
      while (taken.length < values.length) taken.push(await queue.take());
      await Promise.all([...early, ...late]);
      return { values, taken };
    },
  },

  'any value may be in the queue': {
    hidden: true,
    async run(lab) {
      const values = lab.shuffle([0, '', null, undefined, false, Number.NaN, 'full']);
      const queue = lab.solution.makeQueue<unknown>(2);
      const pushes = values.map(async (value) => await queue.push(value));
      const taken: unknown[] = [];
      while (taken.length < values.length) taken.push(await queue.take());
      await Promise.all(pushes);
      return { values, taken };
    },
  },

  'any reader, any writer, any capacity': {
    hidden: true,
    async run(lab) {
      const capacity = lab.integer(1, 3);
      const readMs = Array.from({ length: 14 }, (_, row) =>
        row === 7 ? lab.integer(600, 900) : lab.integer(10, 60),
      );
      const writeMs = readMs.map(() => lab.integer(70, 160));
      return { capacity, readMs, writeMs, written: await copyTable(lab, { capacity, readMs, writeMs }) };
    },
  },

  'two queues know nothing of each other': {
    hidden: true,
    async run(lab) {
      const { makeQueue } = lab.solution;
      const [left, right] = [makeQueue<number>(1), makeQueue<number>(1)];
      const [one, other] = [lab.integer(1, 49), lab.integer(50, 99)];
      await Promise.all([right.push(other), left.push(one)]);
      return { one, other, taken: [await left.take(), await right.take()] };
    },
  },
} satisfies Scenarios<Solution>;
