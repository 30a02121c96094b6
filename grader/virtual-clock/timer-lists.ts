// Waiting timers as Node keeps them: one list per duration, the lists in a heap by the time at which each wants to be looked
// at. What is due in one list runs before the next list's turn, so that after a long block `setTimeout(a, 10)`,
// `setTimeout(b, 12)` and a later `setTimeout(c, 10)` fire as a, c, b. Of two lists with one deadline, the one whose first
// timer was set first comes first: docs/decisions/027-order-of-timers.md.
// https://github.com/nodejs/node/blob/v26.x/lib/internal/timers.js
import { mapDelete, mapGet, mapSet, RealMap, setPrototypeOf } from './primordials.ts';
import { makeTimerHeap, type HeapEntry } from './timer-heap.ts';

/** The part of a timer that its list uses. Fields of `Entry` are set by `insert` alone. */
export type TimerNode<Entry extends TimerNode<Entry>> = {
  durationMs: number;
  startMs: number;
  dueMs: number;
  /** Counts the settings of timers: a refreshed timer is set anew. */
  order: number;
  list: TimerList<Entry> | undefined;
  previous: Entry | undefined;
  next: Entry | undefined;
};

/**
 * Timers of one duration, in the order of being set. `dueMs` may lie before the first one's, never after it. Made in great
 * numbers: a class is cheaper than `record`, and with its prototype cut off as safe.
 */
class TimerList<Entry extends TimerNode<Entry>> implements HeapEntry {
  durationMs: number;
  dueMs: number;
  order: number;
  heapIndex = -1;
  first: Entry | undefined = undefined;
  last: Entry | undefined = undefined;
  constructor({ durationMs, dueMs, order }: Entry) {
    this.durationMs = durationMs;
    this.dueMs = dueMs;
    this.order = order;
  }
}
setPrototypeOf(TimerList.prototype, null);

export type TimerLists<Entry> = {
  insert(timer: Entry, startMs: number): void;
  /** @param keepsEmptyList As Node does for timers without a reference: an empty list stays where it is. */
  remove(timer: Entry, keepsEmptyList: boolean): void;
  /** When the clock must look again; `undefined` when nothing waits. */
  nextMs(): number | undefined;
  /** Takes out the next timer that was due at `phaseMs`, the moment at which this round of timers began. */
  takeDue(phaseMs: number): Entry | undefined;
  /** Between a timer's callback and the ticks and microtasks that follow it: decides whether its list goes on. */
  settle(phaseMs: number): void;
  forEach(visit: (timer: Entry) => void): void;
  clear(): void;
};

export function makeTimerLists<Entry extends TimerNode<Entry>>(): TimerLists<Entry> {
  const heap = makeTimerHeap<TimerList<Entry>>();
  let byDuration = new RealMap<number, TimerList<Entry>>();
  let order = 0;
  /** The list whose due timers are running. */
  let underWay: TimerList<Entry> | undefined;

  function openList(first: Entry): TimerList<Entry> {
    const list = new TimerList(first);
    mapSet(byDuration, first.durationMs, list);
    heap.insert(list);
    return list;
  }

  function dropList(list: TimerList<Entry>): void {
    // It may have been dropped already and another one opened for its duration.
    if (mapGet(byDuration, list.durationMs) !== list) return;
    mapDelete(byDuration, list.durationMs);
    heap.remove(list);
  }

  /** Puts a list back in its place, now that another timer is its first. */
  function postpone(list: TimerList<Entry>, first: Entry, phaseMs: number): void {
    heap.remove(list);
    list.dueMs = first.dueMs > phaseMs + 1 ? first.dueMs : phaseMs + 1;
    list.order = first.order;
    heap.insert(list);
  }

  function unlink(timer: Entry): TimerList<Entry> | undefined {
    const { list, previous, next } = timer;
    if (list === undefined) return undefined;
    if (previous === undefined) list.first = next;
    else previous.next = next;
    if (next === undefined) list.last = previous;
    else next.previous = previous;
    timer.list = timer.previous = timer.next = undefined;
    return list;
  }

  /** @returns whether the list's first timer was due when the round began. If not, the list waits or is dropped. */
  function goesOn(list: TimerList<Entry>, phaseMs: number): boolean {
    const { first, durationMs } = list;
    if (first === undefined) dropList(list);
    else if (phaseMs - first.startMs >= durationMs) return true;
    else postpone(list, first, phaseMs);
    return false;
  }

  return {
    insert(timer, startMs) {
      unlink(timer);
      timer.startMs = startMs;
      timer.dueMs = startMs + timer.durationMs;
      timer.order = order += 1;
      const list = mapGet(byDuration, timer.durationMs) ?? openList(timer);
      timer.list = list;
      timer.previous = list.last;
      if (list.last === undefined) list.first = timer;
      else list.last.next = timer;
      list.last = timer;
    },
    remove(timer, keepsEmptyList) {
      const list = unlink(timer);
      if (list !== undefined && list.first === undefined && !keepsEmptyList) dropList(list);
    },
    nextMs: () => heap.peek()?.dueMs,
    takeDue(phaseMs) {
      for (;;) {
        const list = underWay ?? heap.peek();
        if (list === undefined || (underWay === undefined && list.dueMs > phaseMs)) return undefined;
        underWay = goesOn(list, phaseMs) ? list : undefined;
        if (underWay === undefined) continue;
        const timer = list.first as Entry;
        unlink(timer);
        return timer;
      }
    },
    settle(phaseMs) {
      if (underWay !== undefined && !goesOn(underWay, phaseMs)) underWay = undefined;
    },
    forEach(visit) {
      heap.forEach((list) => {
        for (let timer = list.first; timer !== undefined; timer = timer.next) visit(timer);
      });
    },
    clear() {
      heap.clear();
      byDuration = new RealMap();
      underWay = undefined;
      order = 0;
    },
  };
}
