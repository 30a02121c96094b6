// A binary heap of timers by due time, then by the order in which they were set.
import { list, type List } from './primordials.ts';

export type HeapEntry = { dueMs: number; order: number; heapIndex: number };

export type TimerHeap<Entry extends HeapEntry> = {
  readonly size: number;
  peek(): Entry | undefined;
  insert(entry: Entry): void;
  remove(entry: Entry): void;
  forEach(visit: (entry: Entry) => void): void;
  clear(): void;
};

function isBefore(a: HeapEntry, b: HeapEntry): boolean {
  return a.dueMs < b.dueMs || (a.dueMs === b.dueMs && a.order < b.order);
}

export function makeTimerHeap<Entry extends HeapEntry>(): TimerHeap<Entry> {
  const entries: List<Entry> = list();

  function place(entry: Entry, index: number): void {
    entries[index] = entry;
    entry.heapIndex = index;
  }

  function rise(entry: Entry, from: number): void {
    let index = from;
    while (index > 0) {
      const parentIndex = (index - 1) >> 1;
      const parent = entries[parentIndex] as Entry;
      if (!isBefore(entry, parent)) break;
      place(parent, index);
      index = parentIndex;
    }
    place(entry, index);
  }

  function sink(entry: Entry, from: number): void {
    let index = from;
    for (;;) {
      let childIndex = 2 * index + 1;
      if (childIndex >= entries.length) break;
      const right = childIndex + 1;
      if (right < entries.length && isBefore(entries[right] as Entry, entries[childIndex] as Entry))
        childIndex = right;
      const child = entries[childIndex] as Entry;
      if (!isBefore(child, entry)) break;
      place(child, index);
      index = childIndex;
    }
    place(entry, index);
  }

  return {
    get size() {
      return entries.length;
    },
    peek: () => entries[0],
    insert(entry) {
      entries.length += 1;
      rise(entry, entries.length - 1);
    },
    remove(entry) {
      const index = entry.heapIndex;
      if (entries[index] !== entry) return;
      const last = entries[entries.length - 1] as Entry;
      entries.length -= 1;
      entry.heapIndex = -1;
      if (last === entry) return;
      rise(last, index);
      sink(last, last.heapIndex);
    },
    clear() {
      entries.length = 0;
    },
    forEach(visit) {
      for (let index = 0; index < entries.length; index += 1) visit(entries[index] as Entry);
    },
  };
}
