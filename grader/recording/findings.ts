// What a recording says by itself, before any expectation is asked: how the run ended, and what it left behind.
import { limits } from '../worker/limits.ts';
import { printCall, printValue } from './print.ts';
import { isSimulated } from './simulated.ts';
import type {
  Finding,
  LeftBehind,
  PendingWait,
  Recording,
  SourcePosition,
  Span,
  UnsettledPromise,
} from './types.ts';

/** The reason why a run that did not end by returning or throwing fails its test; null for those two. */
export function endedFinding(recording: Recording): Finding | null {
  const { ended } = recording;
  switch (ended.kind) {
    case 'returned':
    case 'threw':
      return null;
    case 'never-settled':
      return neverSettled(recording);
    case 'unhandled-rejection':
      return unhandledRejection(recording, ended);
    case 'load-error':
    case 'syntax-error':
      return {
        code: ended.kind,
        params: { error: recording.outcome.kind === 'threw' ? printValue(recording.outcome.error) : '' },
        ...(ended.at === undefined ? {} : { at: ended.at }),
      };
    case 'limit':
      return limitFinding(recording, ended.limit);
    default:
      return ended satisfies never;
  }
}

/** The error with which a run ended that no expectation asked for. */
export function threwFinding(recording: Recording): Finding {
  if (recording.missingExport !== undefined)
    return { code: 'export-missing', params: recording.missingExport };
  const error = recording.outcome.kind === 'threw' ? printValue(recording.outcome.error) : '';
  const { ended } = recording;
  const at = 'at' in ended && ended.at !== undefined ? { at: ended.at } : {};
  return { code: 'threw', params: { error }, ...at };
}

function unhandledRejection(recording: Recording, ended: { at?: SourcePosition }): Finding {
  const error = recording.outcome.kind === 'threw' ? printValue(recording.outcome.error) : '';
  const { rejectedAt } = recording;
  if (ended.at !== undefined || rejectedAt === undefined) {
    return { code: 'unhandled-rejection', params: { error }, ...place(ended.at) };
  }
  return { code: 'unhandled-rejection', params: { error, madeLine: rejectedAt.line }, at: rejectedAt };
}

/** Nothing else can settle these: what makes them waits for another promise, or for nobody. */
const ROOTS = new Set(['new Promise', 'Promise.withResolvers', 'thenable']);

/**
 * Of everything that hangs, what the rest hangs on: a call in flight that never answers, a promise that only the code itself
 * could settle, else the wait that began first, which is the innermost.
 */
function neverSettled({ pendingWaits, unsettled = [], timeline, virtualMs }: Recording): Finding {
  const hanging = timeline.spans.find((span) => isSimulated(span) && span.endMs === null);
  const wait =
    pendingWaits.find(({ madeBy }) => madeBy !== undefined && ROOTS.has(madeBy)) ??
    pendingWaits.find(({ madeAt }) => isSamePlace(madeAt, hanging?.at)) ??
    pendingWaits[0];
  const root = unsettled.find(({ by }) => ROOTS.has(by)) ?? unsettled[0];
  if (wait === undefined) {
    const call = root === undefined && hanging !== undefined ? { call: printCall(hanging) } : {};
    const params = {
      virtualMs,
      ...call,
      ...(root === undefined ? {} : { madeLine: root.at.line, madeBy: root.by }),
    };
    return { code: 'never-settled', params, ...place(root?.at ?? hanging?.at) };
  }
  const isCall = hanging !== undefined && isSamePlace(wait.madeAt, hanging.at);
  const params = {
    virtualMs,
    awaitedLine: wait.awaitedAt.line,
    ...(wait.madeAt === undefined ? {} : { madeLine: wait.madeAt.line }),
    ...(wait.madeBy === undefined ? {} : { madeBy: wait.madeBy }),
    ...(isCall ? { call: printCall(hanging) } : {}),
    ...rootBehind(wait, root),
  };
  return { code: 'never-settled', params, at: wait.awaitedAt };
}

/** An await of `Promise.all` hangs because of one of its promises: the line of that one is what helps. */
function rootBehind(wait: PendingWait, root: UnsettledPromise | undefined): Finding['params'] {
  const isItself = wait.madeBy !== undefined && ROOTS.has(wait.madeBy);
  if (root === undefined || isItself || isSamePlace(root.at, wait.madeAt) || !ROOTS.has(root.by)) return {};
  return { rootLine: root.at.line, rootBy: root.by };
}

function isSamePlace(one: SourcePosition | undefined, other: SourcePosition | undefined): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    one.file === other.file &&
    one.line === other.line &&
    one.column === other.column
  );
}

function place(at: SourcePosition | undefined): Pick<Finding, 'at'> {
  return at === undefined ? {} : { at };
}

type LimitName = Extract<Recording['ended'], { kind: 'limit' }>['limit'];

function limitFinding(recording: Recording, limit: LimitName): Finding {
  const { virtualMs, busyWait, liveTimers = 0 } = recording;
  switch (limit) {
    case 'resources':
      if (busyWait !== undefined)
        return { code: 'busy-wait', params: { virtualMs, reads: busyWait.reads }, ...place(busyWait.at) };
      return {
        code: 'limit-resources',
        params: { virtualMs, limitMs: limits.isolateTimeLimitMs, limitMiB: limits.memoryLimitMiB },
      };
    case 'virtual-time':
      return { code: 'limit-virtual-time', params: { virtualMs, limitMs: limits.virtualTimeLimitMs } };
    case 'timers':
      return {
        code: 'limit-timers',
        params:
          liveTimers >= limits.liveTimerLimit
            ? { virtualMs, waiting: limits.liveTimerLimit }
            : { virtualMs, fired: limits.firingLimit },
        ...place(busiestTimer(recording)?.at),
      };
    case 'output':
      return { code: 'limit-output', params: { virtualMs, lines: limits.lineLimit } };
    default:
      return limit satisfies never;
  }
}

/** The place that set most timers; an interval that fired for ever has a single span. */
function busiestTimer({ timeline }: Recording): Span | undefined {
  const timers = timeline.spans.filter((span) => span.kind === 'timer' || span.kind === 'immediate');
  if (timers.length === 0) return timeline.spans.find((span) => span.kind === 'interval');
  const counts = new Map<string, { span: Span; count: number }>();
  for (const span of timers) {
    const key = `${span.at?.file}:${span.at?.line}:${span.at?.column}`;
    const known = counts.get(key) ?? { span, count: 0 };
    counts.set(key, { span: known.span, count: known.count + 1 });
  }
  const [most] = [...counts.values()].toSorted((a, b) => b.count - a.count);
  const interval = timeline.spans.find((span) => span.kind === 'interval' && span.outcome !== 'cancelled');
  return interval !== undefined && (most?.count ?? 0) < 100 ? interval : most?.span;
}

/** Findings about what was left behind that a failed test adds; more would hide the first. */
const LEFT_BEHIND_LIMIT = 3;

/**
 * What of the student's own doing was still under way when the result was there: it may explain why the result is wrong.
 *
 * @param reference What the reference leaves behind belongs to the task and is not held against anybody.
 */
export function leftBehindFindings(recording: Recording, reference?: Recording): Finding[] {
  const isOfTheTask = (item: LeftBehind): boolean =>
    reference?.leftBehind.some(({ kind, name }) => kind === item.kind && name === item.name) === true;
  const found = recording.leftBehind
    .filter((item) => !isOfTheTask(item))
    .map((item) => leftBehindFinding(recording, item));
  const distinct = found.filter(
    (finding, index) =>
      found.findIndex((other) => other.code === finding.code && isSamePlace(other.at, finding.at)) === index,
  );
  return distinct.slice(0, LEFT_BEHIND_LIMIT);
}

/** One thing that outlived the test, as a finding at the line that is to change. */
export function leftBehindFinding(recording: Recording, item: LeftBehind): Finding {
  const finding = outlivedFinding(recording, item);
  if (recording.ended.kind !== 'threw') return finding;
  return { ...finding, params: { ...finding.params, ended: 'threw' } };
}

function outlivedFinding(recording: Recording, item: LeftBehind): Finding {
  const dueMs = item.dueMs ?? null;
  switch (item.kind) {
    case 'timer':
      return { code: 'timer-left-behind', params: { name: item.name, dueMs }, ...place(item.at) };
    case 'immediate':
      return { code: 'immediate-left-behind', params: { name: item.name }, ...place(item.at) };
    case 'interval':
      return { code: 'interval-left-behind', params: { name: item.name, dueMs }, ...place(item.at) };
    case 'listener':
      return { code: 'listener-left-behind', params: { name: item.name }, ...place(item.at) };
    case 'promise':
      return { code: 'not-awaited', params: { call: item.name }, ...place(item.at) };
    case 'call':
      return callLeftBehind(recording, item);
    default:
      return item.kind satisfies never;
  }
}

function callLeftBehind({ timeline }: Recording, item: LeftBehind): Finding {
  const span = timeline.spans.find(
    ({ kind, name, at, endMs }) =>
      isSimulated({ kind }) &&
      name === item.name &&
      isSamePlace(at, item.at) &&
      (endMs === null || endMs === item.dueMs),
  );
  const call = span === undefined ? item.name : printCall(span);
  const { notAwaited, at } = item;
  if (notAwaited === undefined)
    return { code: 'call-left-behind', params: { name: item.name, call }, ...place(at) };
  const isElsewhere = at !== undefined && notAwaited.at.line !== at.line;
  const params = { call, ...(isElsewhere ? { callLine: at.line } : {}) };
  const codes = { dropped: 'not-awaited', unused: 'not-awaited', 'for-each': 'async-for-each' } as const;
  return { code: codes[notAwaited.why], params, at: notAwaited.at };
}
