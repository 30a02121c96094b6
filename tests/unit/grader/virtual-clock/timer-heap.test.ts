import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeTimerHeap, type HeapEntry } from '#grader/virtual-clock/timer-heap.ts';

const dueTimes = fc.array(fc.nat(20), { maxLength: 60 });

function makeEntries(dueMs: number[]): HeapEntry[] {
  return dueMs.map((due, order) => ({ dueMs: due, order, heapIndex: -1 }));
}

function drain(heap: ReturnType<typeof makeTimerHeap>): HeapEntry[] {
  const drained: HeapEntry[] = [];
  for (let first = heap.peek(); first !== undefined; first = heap.peek()) {
    heap.remove(first);
    drained.push(first);
  }
  return drained;
}

const byTimeThenOrder = (a: HeapEntry, b: HeapEntry): number => a.dueMs - b.dueMs || a.order - b.order;

test('timers come out by time, and in the order of being set where the time is equal', () => {
  fc.assert(
    fc.property(dueTimes, (dueMs) => {
      const heap = makeTimerHeap();
      const entries = makeEntries(dueMs);
      for (const entry of entries) heap.insert(entry);
      expect(drain(heap)).toEqual(entries.toSorted(byTimeThenOrder));
    }),
  );
});

test('removing any of them leaves the order of the others, and removing twice is nothing', () => {
  fc.assert(
    fc.property(dueTimes, fc.array(fc.nat(59)), (dueMs, removals) => {
      const heap = makeTimerHeap();
      const entries = makeEntries(dueMs);
      for (const entry of entries) heap.insert(entry);
      const removed = new Set(removals.flatMap((index) => entries[index] ?? []));
      for (const entry of [...removed, ...removed]) heap.remove(entry);
      expect(heap.size).toBe(entries.length - removed.size);
      const left = entries.filter((entry) => !removed.has(entry)).toSorted(byTimeThenOrder);
      expect(drain(heap)).toEqual(left);
    }),
  );
});
