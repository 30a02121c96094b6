// Recordings as Chrome trace events, for Perfetto: each test a process, each name of a call or timer a row of it.
import { printCall, printValue } from '../recording/print.ts';
import { isSimulated } from '../recording/simulated.ts';
import type { Mark, Recording, SourcePosition, Span } from '../recording/types.ts';
import { toLanes, toUs, type Placed } from './lanes.ts';
import type { ChromeTrace, TraceEvent } from './trace-event.ts';

type Track = { pid: number; tid: number };
/** Process and thread ids of a trace are counted together: Perfetto takes a thread id for unique in the whole trace. */
type NextId = () => number;

/**
 * @param reference Recordings of the reference solution: each becomes a process below that of the same test.
 * @returns events in order of time. `ts` is microseconds of virtual time; real time has no place here.
 */
export function toChromeTrace(recordings: Recording[], reference: Recording[] = []): ChromeTrace {
  let id = 0;
  const nextId = (): number => (id += 1);
  const processes = recordings.flatMap((recording) => {
    const expected =
      recording.manyAnswers === true ? undefined : reference.find(({ test }) => test === recording.test);
    const mine = { recording, label: nameOf(recording) };
    return expected === undefined
      ? [mine]
      : [mine, { recording: expected, label: `${mine.label} (reference)` }];
  });
  return {
    displayTimeUnit: 'ms',
    otherData: { clock: 'virtual' },
    traceEvents: inOrder(processes.flatMap((process, index) => processEvents(process, index, nextId))),
  };
}

/** Names first; then by time. A slice comes before what happens inside it. */
function inOrder(events: TraceEvent[]): TraceEvent[] {
  const order = { M: 0, X: 1, i: 2, s: 3, f: 4, C: 5 } as const;
  const timeOf = (event: TraceEvent): number => (event.ph === 'M' ? -1 : event.ts);
  return events.toSorted((one, other) => timeOf(one) - timeOf(other) || order[one.ph] - order[other.ph]);
}

type Process = { recording: Recording; label: string };

function processEvents({ recording, label }: Process, index: number, nextId: NextId): TraceEvent[] {
  const pid = nextId();
  const endMs = endOf(recording);
  let row = 0;
  const events: TraceEvent[] = [...nameProcess(label, index, { pid, tid: pid }, recording)];
  const addTrack = (name: string): Track => {
    const track = { pid, tid: nextId() };
    events.push(nameThread(name, track), sortThread(row, track));
    row += 1;
    return track;
  };
  events.push(wholeTest(recording, addTrack(isProgram(recording) ? 'program' : 'test')));
  const slices = new Map<number, { placed: Placed; track: Track }>();
  for (const lane of toLanes(recording.timeline.spans, endMs)) {
    const track = addTrack(lane.label);
    for (const placed of lane.placed) slices.set(placed.span.id, { placed, track });
  }
  for (const { placed, track } of slices.values()) {
    events.push(slice(placed, track));
    const cause = placed.span.initiator === undefined ? undefined : slices.get(placed.span.initiator);
    if (cause !== undefined) events.push(...flow(cause, { placed, track }, nextId()));
  }
  events.push(...inFlight(recording.timeline.spans, pid), ...markEvents(recording.timeline.marks, addTrack));
  return events;
}

/** The loop goes on for a while after the result is there, to show what was left running. */
function endOf({ virtualMs, timeline }: Recording): number {
  const spans = timeline.spans.map((span) => span.endMs ?? span.startMs);
  return [...spans, ...timeline.marks.map((mark) => mark.virtualMs)].reduce(
    (latest, time) => Math.max(latest, time),
    virtualMs,
  );
}

function nameProcess(label: string, index: number, track: Track, { timeline }: Recording): TraceEvent[] {
  const { cut } = timeline;
  return [
    { ph: 'M', name: 'process_name', ...track, args: { name: label } },
    { ph: 'M', name: 'process_sort_index', ...track, args: { sort_index: index } },
    ...(cut === undefined
      ? []
      : ([
          {
            ph: 'M',
            name: 'process_labels',
            ...track,
            args: { labels: `cut after ${cut.limit} events` },
          },
        ] as const)),
  ];
}

function nameThread(name: string, track: Track): TraceEvent {
  return { ph: 'M', name: 'thread_name', ...track, args: { name } };
}

function sortThread(row: number, track: Track): TraceEvent {
  return { ph: 'M', name: 'thread_sort_index', ...track, args: { sort_index: row } };
}

/** `run` executes a file without a test. */
function isProgram({ test }: Recording): boolean {
  return test === '';
}

function nameOf(recording: Recording): string {
  return isProgram(recording) ? 'program' : recording.test;
}

function wholeTest(recording: Recording, track: Track): TraceEvent {
  const { ended, outcome, virtualMs, maximumInFlight } = recording;
  // A program has no result that could settle.
  const hasEnd = !isProgram(recording) || ended.kind !== 'never-settled';
  const args = {
    ...(hasEnd ? { ended: ended.kind === 'limit' ? `limit-${ended.limit}` : ended.kind } : {}),
    ...(outcome.kind === 'returned' ? { result: printValue(outcome.value) } : {}),
    ...(outcome.kind === 'threw' ? { error: printValue(outcome.error) } : {}),
    virtualMs,
    maximumInFlight,
  };
  return {
    ph: 'X',
    name: nameOf(recording),
    cat: 'test',
    ts: 0,
    dur: toUs(virtualMs),
    ...track,
    args,
  };
}

function slice({ span, startUs, endUs }: Placed, track: Track): TraceEvent {
  const args = {
    outcome: span.outcome,
    ...(span.value === undefined ? {} : { value: printValue(span.value) }),
    ...placeArgs(span.at),
    ...(isSimulated(span) ? { inFlight: span.inFlight } : {}),
    sequence: span.startSeq,
  };
  return {
    ph: 'X',
    name: printCall(span),
    cat: span.kind,
    ts: startUs,
    dur: Math.max(0, endUs - startUs),
    ...track,
    args,
  };
}

function placeArgs(at: SourcePosition | undefined): { at?: string } {
  return at === undefined ? {} : { at: `${at.file}:${at.line}:${at.column}` };
}

type Slice = { placed: Placed; track: Track };

/**
 * An arrow from the end of one slice to the start of another. It binds to the slice that is open on its row, so it leaves
 * 1 µs before the end: at the end itself the next slice of the row may have begun.
 */
function flow(from: Slice, to: Slice, id: number): TraceEvent[] {
  const { startUs, endUs } = from.placed;
  const leavesUs = Math.min(Math.max(startUs, endUs - 1), to.placed.startUs);
  const common = { name: 'led to', cat: 'initiator', id, args: {} };
  return [
    { ph: 's', ...common, ts: leavesUs, ...from.track },
    { ph: 'f', bp: 'e', ...common, ts: to.placed.startUs, ...to.track },
  ];
}

/** Calls in flight after each moment at which the number changes. */
function inFlight(spans: Span[], pid: number): TraceEvent[] {
  const changes = spans
    .filter(isSimulated)
    .flatMap(({ startMs, startSeq, endMs, endSeq }) => [
      { ts: toUs(startMs), seq: startSeq, by: 1 },
      ...(endMs === null || endSeq === null ? [] : [{ ts: toUs(endMs), seq: endSeq, by: -1 }]),
    ])
    .toSorted((one, other) => one.seq - other.seq);
  const after = new Map<number, number>();
  let calls = 0;
  for (const { ts, by } of changes) {
    calls += by;
    after.set(ts, calls);
  }
  return [...after].map(([ts, count]) => ({
    ph: 'C',
    name: 'calls in flight',
    ts,
    pid,
    tid: pid,
    args: { calls: count },
  }));
}

function markEvents(marks: Mark[], addTrack: (name: string) => Track): TraceEvent[] {
  const rows = { console: 'console', abort: 'aborts', settled: 'settled' } as const;
  return Object.entries(rows).flatMap(([kind, name]) => {
    const ofKind = marks.filter((mark) => mark.kind === kind);
    if (ofKind.length === 0) return [];
    const track = addTrack(name);
    return ofKind.map((mark) => instant(mark, track));
  });
}

function instant({ kind, virtualMs, seq, text, level, at }: Mark, track: Track): TraceEvent {
  const args = { text, ...(level === undefined ? {} : { level }), ...placeArgs(at), sequence: seq };
  return { ph: 'i', s: 't', name: text || kind, cat: kind, ts: toUs(virtualMs), ...track, args };
}
