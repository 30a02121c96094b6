// The rules of Chrome's Trace Event Format, and what Perfetto asks beyond them, as a list of what a trace breaks.
import type { ChromeTrace, TraceEvent } from '#grader/reports/trace-event.ts';

type Of<Phase extends TraceEvent['ph']> = Extract<TraceEvent, { ph: Phase }>;

function ofPhase<Phase extends TraceEvent['ph']>(trace: ChromeTrace, phase: Phase): Of<Phase>[] {
  return trace.traceEvents.filter((event): event is Of<Phase> => event.ph === phase);
}

/** @returns a sentence for each rule that is broken. */
export function traceProblems(trace: ChromeTrace): string[] {
  return [
    ...everyEventIsWhole(trace),
    ...timeGoesOn(trace),
    ...tracksAreNamedOnce(trace),
    ...slicesDoNotCross(trace),
    ...flowsBind(trace),
    ...countersGoOn(trace),
  ];
}

function everyEventIsWhole({ traceEvents }: ChromeTrace): string[] {
  return traceEvents.flatMap((event) => {
    const isFine =
      event.name.length > 0 &&
      typeof event.args === 'object' &&
      [event.pid, event.tid].every((id) => Number.isSafeInteger(id) && id > 0) &&
      (event.ph === 'M' || (Number.isSafeInteger(event.ts) && event.ts >= 0)) &&
      (event.ph !== 'X' || (Number.isSafeInteger(event.dur) && event.dur >= 0));
    return isFine ? [] : [`not whole: ${JSON.stringify(event)}`];
  });
}

/** Not asked by the format; readers that do not sort rely on it. */
function timeGoesOn({ traceEvents }: ChromeTrace): string[] {
  let lastUs = -1;
  return traceEvents.flatMap((event) => {
    const timeUs = event.ph === 'M' ? -1 : event.ts;
    const isBack = timeUs < lastUs;
    lastUs = timeUs;
    return isBack ? [`goes back in time: ${JSON.stringify(event)}`] : [];
  });
}

/** A thread id is unique in the whole trace, belongs to one process, and has one name; so has each process. */
function tracksAreNamedOnce(trace: ChromeTrace): string[] {
  const problems: string[] = [];
  const named = new Map<string, number>();
  for (const { name, pid, tid } of ofPhase(trace, 'M')) {
    const key = name.startsWith('process') ? `${name} ${pid}` : `${name} ${tid}`;
    named.set(key, (named.get(key) ?? 0) + 1);
  }
  for (const [key, times] of named) if (times !== 1) problems.push(`${key}: named ${times} times`);
  const processOf = new Map<number, number>();
  for (const { ph, pid, tid } of trace.traceEvents) {
    if ((processOf.get(tid) ?? pid) !== pid) problems.push(`thread ${tid} is in two processes`);
    processOf.set(tid, pid);
    if (!named.has(`process_name ${pid}`)) problems.push(`process ${pid} has no name`);
    if (ph !== 'M' && ph !== 'C' && !named.has(`thread_name ${tid}`))
      problems.push(`thread ${tid} has no name`);
  }
  return problems;
}

/** Stricter than nesting: on our rows no slice lies in another, and one without length touches none. */
function slicesDoNotCross(trace: ChromeTrace): string[] {
  const lastOf = new Map<number, Of<'X'>>();
  return ofPhase(trace, 'X').flatMap((event) => {
    const last = lastOf.get(event.tid);
    lastOf.set(event.tid, event);
    if (last === undefined) return [];
    const endUs = last.ts + last.dur;
    const isClear = endUs < event.ts || (endUs === event.ts && last.dur > 0 && event.dur > 0);
    return isClear ? [] : [`crosses its neighbour: ${JSON.stringify(event)}`];
  });
}

/** Each flow starts once and ends once, not before; both ends lie in a slice of their row, and in one only. */
function flowsBind(trace: ChromeTrace): string[] {
  const slices = ofPhase(trace, 'X');
  const slicesAt = ({ tid, ts }: { tid: number; ts: number }): number =>
    slices.filter(
      (slice) => slice.tid === tid && slice.ts <= ts && (ts < slice.ts + slice.dur || ts === slice.ts),
    ).length;
  const starts = ofPhase(trace, 's');
  const ends = ofPhase(trace, 'f');
  const problems = [...starts, ...ends]
    .filter((event) => slicesAt(event) !== 1)
    .map((event) => `binds to ${slicesAt(event)} slices: ${JSON.stringify(event)}`);
  const idsOf = (events: { id: number }[]): string =>
    events
      .map(({ id }) => id)
      .toSorted((a, b) => a - b)
      .join();
  if (idsOf(starts) !== idsOf(ends)) problems.push('a flow that starts does not end, or the other way round');
  if (new Set(starts.map(({ id }) => id)).size !== starts.length) problems.push('two flows have one id');
  for (const { id, ts, name, cat } of starts) {
    const end = ends.find((one) => one.id === id);
    if (end === undefined || end.ts < ts || end.name !== name || end.cat !== cat)
      problems.push(`flow ${id} has no end`);
  }
  return problems;
}

/** One value at a time, and never fewer than none. */
function countersGoOn(trace: ChromeTrace): string[] {
  const lastUs = new Map<string, number>();
  return ofPhase(trace, 'C').flatMap((event) => {
    const key = `${event.pid} ${event.name}`;
    const isLater = event.ts > (lastUs.get(key) ?? -1);
    lastUs.set(key, event.ts);
    const isCount = Object.values(event.args).every((value) => Number.isInteger(value) && value >= 0);
    return isLater && isCount ? [] : [`not a count, or not later: ${JSON.stringify(event)}`];
  });
}
