// The student's recording beside the reference's: calls paired by name, arguments and occurrence; the first difference.
import type { Finding, Recording, Span } from './types.ts';
import { printCall } from './print.ts';
import { isSimulated } from './simulated.ts';

export type SpanPair = { mine?: Span; reference?: Span; problem?: Finding };

/** Simulated calls only, in order of start of whichever lane has them. */
export function pairSpans(mine: Recording, reference: Recording): SpanPair[] {
  const open = calls(reference);
  const pairs: SpanPair[] = [];
  for (const span of calls(mine)) {
    const index = open.findIndex((candidate) => key(candidate) === key(span));
    const [match] = index === -1 ? [] : open.splice(index, 1);
    pairs.push(match === undefined ? extra(span) : compare(mine, span, match));
  }
  for (const span of open) pairs.push(missing(mine, span));
  return pairs.toSorted((a, b) => firstStart(a) - firstStart(b) || firstSeq(a) - firstSeq(b));
}

/** The earliest way in which the student's run differs from the reference's, or null. */
export function firstDifference(mine: Recording, reference: Recording): Finding | null {
  const problems = pairSpans(mine, reference).filter((pair) => pair.problem !== undefined);
  const late = problems.find((pair) => pair.problem?.code === 'started-late');
  // A call that starts late explains what follows from it better than the order in which the lanes list them.
  return late?.problem ?? problems[0]?.problem ?? differenceInEnd(mine, reference);
}

function calls(recording: Recording): Span[] {
  return recording.timeline.spans.filter(isSimulated);
}

function key(span: Span): string {
  return `${span.name} ${JSON.stringify(span.args)}`;
}

function firstStart(pair: SpanPair): number {
  return Math.min(pair.mine?.startMs ?? Infinity, pair.reference?.startMs ?? Infinity);
}

function firstSeq(pair: SpanPair): number {
  return pair.mine?.startSeq ?? pair.reference?.startSeq ?? 0;
}

function at(span: Span): Pick<Finding, 'at'> {
  return span.at === undefined ? {} : { at: span.at };
}

function extra(span: Span): SpanPair {
  const params = { call: printCall(span), atMs: span.startMs };
  return { mine: span, problem: { code: 'extra-call', params, ...at(span) } };
}

function missing(mine: Recording, span: Span): SpanPair {
  const sameName = calls(mine).filter((candidate) => candidate.name === span.name).length;
  const params = { call: printCall(span), expectedMs: span.startMs, seen: sameName };
  return { reference: span, problem: { code: 'missing-call', params } };
}

function compare(recording: Recording, mine: Span, reference: Span): SpanPair {
  const problem = startProblem(recording, mine, reference) ?? endProblem(mine, reference);
  return problem === null ? { mine, reference } : { mine, reference, problem };
}

function startProblem(recording: Recording, mine: Span, reference: Span): Finding | null {
  if (mine.startMs === reference.startMs) return null;
  const params = { call: printCall(mine), actualMs: mine.startMs, expectedMs: reference.startMs };
  if (mine.startMs < reference.startMs) return { code: 'started-early', params, ...at(mine) };
  const before = recording.timeline.spans.find((span) => span.id === mine.initiator);
  return {
    code: 'started-late',
    params: before === undefined ? params : { ...params, after: printCall(before), afterKind: before.kind },
    ...at(mine),
  };
}

function endProblem(mine: Span, reference: Span): Finding | null {
  if (mine.outcome === reference.outcome && mine.endMs === reference.endMs) return null;
  const params = {
    call: printCall(mine),
    actual: mine.outcome,
    expected: reference.outcome,
    actualMs: mine.endMs,
    expectedMs: reference.endMs,
  };
  return { code: 'settled-differently', params, ...at(mine) };
}

function differenceInEnd(mine: Recording, reference: Recording): Finding | null {
  if (mine.outcome.kind !== reference.outcome.kind || mine.virtualMs === reference.virtualMs) return null;
  return { code: 'ended-at', params: { actualMs: mine.virtualMs, expectedMs: reference.virtualMs } };
}
