// The student's recording beside the reference's: calls paired by name, arguments and occurrence; the first difference.
import { printCall } from './print.ts';
import { isSimulated } from './simulated.ts';
import type { Finding, Mark, Recording, Span } from './types.ts';

export type SpanPair = { mine?: Span; reference?: Span; problem?: Finding };

/** Simulated calls only, in order of start of whichever lane has them. */
export function pairSpans(mine: Recording, reference: Recording): SpanPair[] {
  const open = calls(reference);
  const exact = calls(mine).map((span): SpanPair => {
    const match = take(open, (candidate) => key(candidate) === key(span));
    return match === undefined ? { mine: span } : { mine: span, reference: match };
  });
  // What is left of a name was called with other arguments; what is left then is one too many, or missing.
  const paired = exact.map(
    ({ mine: span, reference: match = take(open, (one) => one.name === span?.name) }) => ({
      ...(span === undefined ? {} : { mine: span }),
      ...(match === undefined ? {} : { reference: match }),
    }),
  );
  return [...paired, ...open.map((span) => ({ reference: span }))]
    .map((pair) => withProblem(pair, mine, reference))
    .toSorted((a, b) => firstStart(a) - firstStart(b) || firstSeq(a) - firstSeq(b));
}

/** The earliest way in which the student's run differs from the reference's, or null. */
export function firstDifference(mine: Recording, reference: Recording): Finding | null {
  const moments = pairSpans(mine, reference).flatMap((pair) =>
    pair.problem === undefined ? [] : [{ problem: pair.problem, atMs: momentOf(pair, pair.problem) }],
  );
  // Of what differs at one time, a call that starts late explains the rest best.
  const isLate = ({ problem }: { problem: Finding }): number => Number(problem.code !== 'started-late');
  const [first] = [...moments, ...differenceInConsole(mine, reference)].toSorted(
    (a, b) => a.atMs - b.atMs || isLate(a) - isLate(b),
  );
  return first?.problem ?? differenceInEnd(mine, reference);
}

function take(open: Span[], isMatch: (span: Span) => boolean): Span | undefined {
  const index = open.findIndex(isMatch);
  return index === -1 ? undefined : open.splice(index, 1)[0];
}

function calls(recording: Recording): Span[] {
  return recording.timeline.spans.filter(isSimulated);
}

/** What a function is called and where an error was made is the student's own affair. */
function key(span: Span): string {
  return `${span.name} ${JSON.stringify(span.args, (_, value: unknown) => comparable(value))}`;
}

function comparable(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('t' in value)) return value;
  if (value.t === 'function') return { t: 'function' };
  return value.t === 'error' ? { ...value, at: null } : value;
}

function firstStart(pair: SpanPair): number {
  return Math.min(pair.mine?.startMs ?? Infinity, pair.reference?.startMs ?? Infinity);
}

function firstSeq(pair: SpanPair): number {
  return pair.mine?.startSeq ?? pair.reference?.startSeq ?? 0;
}

/** When the two runs part: a call that only ends otherwise was the same until it did. */
function momentOf(pair: SpanPair, { code }: Finding): number {
  if (code !== 'settled-differently') return firstStart(pair);
  return Math.min(pair.mine?.endMs ?? Infinity, pair.reference?.endMs ?? Infinity);
}

function at(event: { at?: Finding['at'] }): Pick<Finding, 'at'> {
  return event.at === undefined ? {} : { at: event.at };
}

function withProblem(pair: SpanPair, recording: Recording, reference: Recording): SpanPair {
  const problem = problemOf(pair, recording, reference);
  return problem === null ? pair : { ...pair, problem };
}

/** Where a recording was cut, what it lacks may have happened all the same. */
function problemOf({ mine, reference }: SpanPair, recording: Recording, other: Recording): Finding | null {
  if (mine === undefined) {
    return reference === undefined || recording.timeline.cut !== undefined
      ? null
      : missing(recording, reference);
  }
  if (reference === undefined) return other.timeline.cut === undefined ? extra(mine) : null;
  if (key(mine) !== key(reference)) return otherArguments(mine, reference);
  return startProblem(recording, mine, reference) ?? endProblem(mine, reference);
}

function extra(span: Span): Finding {
  return { code: 'extra-call', params: { call: printCall(span), atMs: span.startMs }, ...at(span) };
}

function missing(mine: Recording, span: Span): Finding {
  const sameName = calls(mine).filter((candidate) => candidate.name === span.name).length;
  const before = calls(mine).filter((candidate) => key(candidate) === key(span)).length;
  const params = { call: printCall(span), expectedMs: span.startMs, seen: sameName };
  return { code: 'missing-call', params: before === 0 ? params : { ...params, before } };
}

function otherArguments(mine: Span, reference: Span): Finding {
  const params = { call: printCall(mine), expected: printCall(reference), atMs: mine.startMs };
  return { code: 'other-arguments', params, ...at(mine) };
}

function startProblem(recording: Recording, mine: Span, reference: Span): Finding | null {
  if (mine.startMs === reference.startMs) return null;
  const params = { call: printCall(mine), actualMs: mine.startMs, expectedMs: reference.startMs };
  if (mine.startMs < reference.startMs) return { code: 'started-early', params, ...at(mine) };
  const before = initiatorOf(recording, mine);
  return {
    code: 'started-late',
    params: before === undefined ? params : { ...params, after: printCall(before), afterKind: before.kind },
    ...at(mine),
  };
}

/** The call or timer that led to this one; a microtask in between explains nothing by itself. */
function initiatorOf(recording: Recording, span: Span): Span | undefined {
  const before = recording.timeline.spans.find(({ id }) => id === span.initiator);
  const isBetween = before?.kind === 'microtask' || before?.kind === 'tick';
  // Initiators come before what they lead to.
  return isBetween && before.id < span.id ? initiatorOf(recording, before) : before;
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

/** Lines are compared where the reference prints any; otherwise what is printed is the student's own affair. */
function differenceInConsole(mine: Recording, reference: Recording): { problem: Finding; atMs: number }[] {
  const expected = linesOf(reference);
  if (expected.length === 0 || isOutputCut(mine) || isOutputCut(reference)) return [];
  const printed = linesOf(mine);
  const index = [...expected, ...printed].findIndex(
    (_, place) => !isSameLine(printed[place], expected[place]),
  );
  const [line, wanted] = [printed[index], expected[index]];
  if (line === undefined && wanted === undefined) return [];
  const atMs = Math.min(line?.virtualMs ?? Infinity, wanted?.virtualMs ?? Infinity);
  return [{ atMs, problem: lineProblem(index, line, wanted) }];
}

function isOutputCut({ timeline, droppedOutput }: Recording): boolean {
  return timeline.cut !== undefined || droppedOutput !== undefined;
}

function linesOf({ timeline }: Recording): Mark[] {
  return timeline.marks.filter(({ kind }) => kind === 'console');
}

function isSameLine(line: Mark | undefined, wanted: Mark | undefined): boolean {
  return line?.text === wanted?.text && line?.virtualMs === wanted?.virtualMs;
}

function lineProblem(index: number, line: Mark | undefined, wanted: Mark | undefined): Finding {
  const number = index + 1;
  if (line !== undefined && wanted !== undefined && line.text === wanted.text) {
    const params = { number, text: line.text, actualMs: line.virtualMs, expectedMs: wanted.virtualMs };
    return { code: 'printed-at', params, ...at(line) };
  }
  const params = { number, actual: line?.text ?? null, expected: wanted?.text ?? null };
  return { code: 'printed-differently', params, ...at(line ?? {}) };
}

function differenceInEnd(mine: Recording, reference: Recording): Finding | null {
  const params = { actualMs: mine.virtualMs, expectedMs: reference.virtualMs };
  if (mine.outcome.kind !== reference.outcome.kind) {
    const kinds = { actual: mine.outcome.kind, expected: reference.outcome.kind };
    return { code: 'ended-differently', params: { ...kinds, ...params } };
  }
  if (mine.virtualMs === reference.virtualMs) return null;
  const isError = mine.outcome.kind === 'threw';
  return { code: 'ended-at', params: isError ? { ...params, ended: 'threw' } : params };
}
