import type { Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

function rows(count: number): string[] {
  return Array.from({ length: count }, (_, row) => `row ${row}`);
}

/** When each row has to be read and written, through a queue of this capacity. */
function planOf(capacity: number, readMs: number[], writeMs: number[]) {
  const readsMs: number[] = [];
  const writesMs: number[] = [];
  let [readerFreeMs, writerFreeMs] = [0, 0];
  readMs.forEach((ms, row) => {
    readsMs.push(readerFreeMs);
    const pushedMs = readerFreeMs + ms;
    const takenMs = Math.max(pushedMs, writerFreeMs);
    writesMs.push(takenMs);
    writerFreeMs = takenMs + (writeMs[row] ?? 0);
    readerFreeMs = Math.max(pushedMs, writesMs[row - capacity] ?? 0);
  });
  return { readsMs, writesMs };
}

export default {
  'the reader keeps to the pace of the writer': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toStartAt('read', [0, 20, 40, 60, 120, 220]);
    expect(evidence).toStartAt('write', [20, 120, 220, 320, 420, 520]);
    expect(evidence.result).toEqual(rows(6));
  },

  'push waits while the queue is full': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result.placedMs, 'virtual ms at which a, b, c and d had a place').toEqual([
      0, 0, 100, 200,
    ]);
    expect(evidence.result.taken, 'the values as they were taken').toEqual(['a', 'b', 'c', 'd']);
  },

  'take waits until there is something': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual([
      'first take: a at 50 ms',
      'second take: b at 100 ms',
      'third take: c at 100 ms',
    ]);
  },

  'nobody pushes in': (evidence) => {
    const { expect } = evidence;
    const { values, taken } = evidence.result;
    expect(taken, 'the values as they were taken').toEqual(values);
  },

  'any value may be in the queue': (evidence) => {
    const { expect } = evidence;
    const { values, taken } = evidence.result;
    expect(taken, 'the values as they were taken').toEqual(values);
    expect(evidence).toTakeExactly(0);
  },

  'any reader, any writer, any capacity': (evidence) => {
    const { expect } = evidence;
    const { capacity, readMs, writeMs, written } = evidence.result;
    const { readsMs, writesMs } = planOf(capacity, readMs, writeMs);
    expect(evidence).toStartAt('read', readsMs);
    expect(evidence).toStartAt('write', writesMs);
    expect(written, 'the rows as they were written').toEqual(rows(readMs.length));
  },

  'two queues know nothing of each other': (evidence) => {
    const { expect } = evidence;
    const { one, other, taken } = evidence.result;
    expect(taken, 'the values of both queues').toEqual([one, other]);
  },
} satisfies Expectations<typeof scenarios>;
