// One scenario under many schedules: the latencies of its simulated work are drawn anew for each, the program is loaded anew,
// each recording is judged. The smallest failing schedule is looked for, confirmed in a fresh world, and told beside the
// nearest one that passes.
import { printCall } from '../recording/print.ts';
import { isSimulated } from '../recording/simulated.ts';
import type { Finding, Recording, Span } from '../recording/types.ts';

/** Latencies in virtual ms, in the order in which the simulated work is started. */
export type Schedule = readonly number[];

export type ScheduledRun = { recording: Recording; findings: Finding[]; passed: boolean };

/** Where schedules are run. */
export type Scheduler = {
  /** In the world that the runs share. */
  draw(seed: number): ScheduledRun;
  follow(schedule: Schedule): ScheduledRun;
  /** In a world that no other run has been in. */
  confirm(schedule: Schedule): ScheduledRun;
};

export type Exploration =
  | { kind: 'passed'; schedules: number }
  | { kind: 'failed'; run: ScheduledRun; finding: Finding }
  /** A schedule fails here and passes in a fresh world: the program carries something from run to run. */
  | { kind: 'keeps-state'; finding: Finding };

/** Runs that go into making a failing schedule smaller, and into finding the pair whose order decides. */
const SHRINK_LIMIT = 60;
const PAIR_LIMIT = 30;

/** A scenario with much in it is run under fewer schedules: the work of all of them together is bounded, and the same each time. */
const SPAN_BUDGET = 6000;
const LEAST_SCHEDULES = 10;

function spansOf({ timeline }: Recording): number {
  return Math.max(1, timeline.spans.length);
}

/**
 * @param natural The schedule of the latencies that the scenario declares; it passes.
 * @param seed Of the first schedule; the others follow from it.
 */
export function explore(scheduler: Scheduler, natural: Recording, count: number, seed: number): Exploration {
  let failed = 0;
  let smallest: ScheduledRun | undefined;
  const schedules = Math.min(count, Math.max(LEAST_SCHEDULES, Math.floor(SPAN_BUDGET / spansOf(natural))));
  for (let index = 0; index < schedules; index += 1) {
    const run = scheduler.draw((seed + Math.imul(index + 1, 0x9e37_79b9)) >>> 0);
    if (run.passed) continue;
    failed += 1;
    if (smallest === undefined || isSmaller(run.recording, smallest.recording)) smallest = run;
  }
  if (smallest === undefined) return { kind: 'passed', schedules };
  const shrunk = shrink(scheduler, smallest, natural);
  const schedule = scheduleOf(shrunk.recording);
  const confirmed = scheduler.confirm(schedule);
  const figures = { schedules, failed };
  if (confirmed.passed) return { kind: 'keeps-state', finding: { code: 'keeps-state', params: figures } };
  const finding: Finding = {
    code: 'schedule',
    params: { ...figures, latencies: [...schedule], ...nearestPassing(scheduler, confirmed.recording) },
  };
  return { kind: 'failed', run: confirmed, finding };
}

export function scheduleOf({ schedule }: Recording): Schedule {
  return schedule ?? [];
}

/** Fewer pieces of work first, then fewer that overtake another, then less time. */
function isSmaller(one: Recording, other: Recording): boolean {
  const [a, b] = [measure(one), measure(other)];
  const index = a.findIndex((value, at) => value !== b[at]);
  return index !== -1 && (a[index] ?? 0) < (b[index] ?? 0);
}

function measure(recording: Recording): number[] {
  const latencies = scheduleOf(recording);
  return [latencies.length, overtakings(recording), latencies.reduce((sum, latency) => sum + latency, 0)];
}

function overtakings(recording: Recording): number {
  const ended = completed(recording);
  let count = 0;
  for (const [index, later] of ended.entries())
    for (const earlier of ended.slice(0, index)) if (earlier.startSeq > later.startSeq) count += 1;
  return count;
}

type Completed = Span & { endSeq: number };

/** Simulated work that completed, in order of completion. */
function completed({ timeline }: Recording): Completed[] {
  return timeline.spans
    .filter((span): span is Completed => isSimulated(span) && span.endSeq !== null)
    .toSorted((a, b) => a.endSeq - b.endSeq);
}

/**
 * Makes latencies small and natural, one at a time, as long as the schedule goes on failing. Two passes: what one latency
 * allows may depend on those after it.
 */
function shrink(scheduler: Scheduler, failing: ScheduledRun, natural: Recording): ScheduledRun {
  let best = failing;
  let runs = 0;
  const attempt = (latencies: number[]): boolean => {
    if ((runs += 1) > SHRINK_LIMIT) return false;
    const run = scheduler.follow(latencies);
    if (run.passed) return false;
    best = run;
    return true;
  };
  for (let pass = 0; pass < 2; pass += 1) {
    for (let index = 0; index < scheduleOf(best.recording).length; index += 1) {
      const latencies = scheduleOf(best.recording);
      const declared = scheduleOf(natural)[index];
      const candidates = [1, 2, 3, 5, 10, declared].filter(
        (latency) => latency !== undefined && latency < (latencies[index] ?? 0),
      );
      for (const candidate of candidates) if (attempt(latencies.with(index, candidate ?? 1))) break;
    }
  }
  return best;
}

/** Two pieces of work that were under way together, and whose order alone decides; absent where no single pair does. */
function nearestPassing(
  scheduler: Scheduler,
  failing: Recording,
): { first?: string; second?: string; passing?: number[] } {
  const ended = completed(failing);
  for (let index = 0, pairs = 0; index + 1 < ended.length && pairs < PAIR_LIMIT; index += 1) {
    const [first, second] = [ended[index], ended[index + 1]];
    if (first === undefined || second === undefined || second.startMs >= (first.endMs ?? 0)) continue;
    pairs += 1;
    const latencies = swap(failing, first, second);
    if (latencies === null || !scheduler.follow(latencies).passed) continue;
    return { first: printCall(first), second: printCall(second), passing: latencies };
  }
  return {};
}

/** The schedule in which `second` answers just before `first` would have; `null` where latencies cannot express it. */
function swap(recording: Recording, first: Completed, second: Completed): number[] | null {
  const works = recording.timeline.spans.filter(isSimulated).toSorted((a, b) => a.startSeq - b.startSeq);
  const latencies = [...scheduleOf(recording)];
  if (works.length !== latencies.length) return null;
  const at = (span: Span): number => works.indexOf(span);
  const endMs = first.endMs ?? 0;
  const early = Math.max(1, endMs - second.startMs);
  latencies[at(second)] = early;
  latencies[at(first)] = Math.max(second.startMs + early - first.startMs + 1, 1);
  return latencies;
}
