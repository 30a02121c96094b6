// What the recorder hands to the child (grader/recorder/report.ts), turned into a Recording: site numbers and stack texts
// become positions in the student's file.
import type {
  Encoded,
  Ended,
  LeftBehind,
  Mark,
  PendingWait,
  Recording,
  SourcePosition,
  Span,
} from '../recording/types.ts';
import { REASON_LENGTH } from '../recorder/reason-length.ts';
import { toStepTrace, type GuestStepTrace } from './guest-steps.ts';
import type { Program } from './program.ts';
import { placeFrames, positionInStack } from './stack-frames.ts';

type GuestReport = {
  settlement: 'pending' | 'returned' | 'threw';
  settledMs: number;
  value: Encoded;
  uncaught: Encoded;
  spans: (Omit<Span, 'at' | 'initiator'> & { site: number; initiator: number })[];
  marks: (Omit<Mark, 'at'> & { site: number })[];
  leftBehind: { kind: LeftBehind['kind']; name: string; dueMs: number; site: number }[];
  pendingWaits: { awaitedSite: number; madeSite: number; isThenable: boolean }[];
  promises: { site: number; awaitedSite: number; isRejected: boolean; isOfError: boolean; reason: string }[];
  stepTrace: GuestStepTrace | null;
  waitingTimers: number;
  busyReads: number;
  busySite: number;
  nowMs: number;
  /** Told when the scenario is one to explore. */
  schedule?: number[];
  maximumInFlight: number;
  longestBlockMs: number;
  cutSeq: number;
  droppedLines: number;
  droppedCharacters: number;
};

export type Ending =
  | { kind: 'settled' | 'never-settled' | 'uncaught' }
  | { kind: 'unhandled-rejection' | 'load-error'; error: Encoded; at?: SourcePosition }
  | { kind: 'limit'; limit: 'resources' | 'virtual-time' | 'timers' | 'output' };

export function toRecording(
  test: string,
  reportText: string,
  told: Ending,
  program: Program,
  eventLimit: number,
): Recording {
  const report = JSON.parse(reportText) as GuestReport;
  const ending = placeRejection(told, report, program);
  const site = makeSiteLookup(program);
  const place = reportText.includes('"t":"error"') ? placeErrors : asIs;
  const outcome = toOutcome(report, ending, program);
  return {
    test,
    ended: toEnded(report, ending, outcome),
    outcome,
    timeline: {
      spans: report.spans.map((span) => toSpan(span, site, (value) => place(value, program))),
      marks: report.marks.map((mark) => toMark(mark, site, program)),
      ...(report.cutSeq === -1 ? {} : { cut: { seq: report.cutSeq, limit: eventLimit } }),
    },
    leftBehind: report.leftBehind.map((item) => toLeftBehind(item, site, program)),
    pendingWaits: toPendingWaits(report, ending, program),
    ...toPromises(report, ending, program),
    ...toMissingExport(outcome, program),
    ...toBusyWait(report, site),
    ...(report.stepTrace === null ? {} : { steps: toStepTrace(report.stepTrace, report.spans, program) }),
    ...(ending.kind === 'limit' && ending.limit === 'timers' ? { liveTimers: report.waitingTimers } : {}),
    virtualMs: report.settlement === 'pending' ? report.nowMs : report.settledMs,
    maximumInFlight: report.maximumInFlight,
    longestBlockMs: report.longestBlockMs,
    ...(report.droppedLines + report.droppedCharacters === 0
      ? {}
      : { droppedOutput: { lines: report.droppedLines, characters: report.droppedCharacters } }),
    ...(report.schedule === undefined ? {} : { schedule: report.schedule }),
    instrumented: program.isInstrumented,
  };
}

/** The scenario calls what the starter exports. Where a submission has no such export, V8 tells of the author's code only. */
function toMissingExport(outcome: Recording['outcome'], program: Program): Pick<Recording, 'missingExport'> {
  const error = outcome.kind === 'threw' ? outcome.error : null;
  if (typeof error !== 'object' || error === null || error.t !== 'error' || error.at !== undefined) return {};
  const [, name] =
    /^(?:lab\.solution\.)?([\w$]+) is not a (?:function|constructor)$/.exec(error.message) ?? [];
  if (name === undefined || error.name !== 'TypeError' || exportsName(program, name)) return {};
  return { missingExport: { name, file: program.entry } };
}

function exportsName(program: Program, name: string): boolean {
  const source = program.files.get(program.entry)?.code ?? '';
  const text = name.replaceAll('$', '\\$');
  return new RegExp(`\\bexport\\b[^;=(}]*(?<![\\w$])${text}(?![\\w$])`).test(source);
}

/** A recording of a run whose isolate was lost: nothing but its end is known. */
export function lostRecording(
  test: string,
  limit: 'resources' | 'virtual-time' | 'timers' | 'output',
): Recording {
  return {
    test,
    ended: { kind: 'limit', limit },
    outcome: { kind: 'none' },
    timeline: { spans: [], marks: [] },
    leftBehind: [],
    pendingWaits: [],
    virtualMs: 0,
    maximumInFlight: 0,
    longestBlockMs: 0,
    instrumented: false,
  };
}

type SiteLookup = (site: number) => { at?: SourcePosition };

function makeSiteLookup(program: Program): SiteLookup {
  return (site) => {
    const at = program.sites[site];
    return at === undefined ? {} : { at };
  };
}

/** Most recordings hold no error: nothing in them has a stack to place. */
function asIs(encoded: Encoded): Encoded {
  return encoded;
}

function toSpan(
  raw: GuestReport['spans'][number],
  site: SiteLookup,
  place: (value: Encoded) => Encoded,
): Span {
  const { site: at, initiator, value, args, ...span } = raw;
  return {
    ...span,
    args: args.map(place),
    ...(value === undefined ? {} : { value: place(value) }),
    ...(initiator === -1 ? {} : { initiator }),
    ...site(at),
  };
}

function toMark(raw: GuestReport['marks'][number], site: SiteLookup, program: Program): Mark {
  const { site: at, level, ...mark } = raw;
  return {
    ...mark,
    text: mark.kind === 'console' ? placeFrames(mark.text, program) : mark.text,
    ...(level === undefined || level === '' ? {} : { level }),
    ...(mark.kind === 'settled' ? {} : site(at)),
  };
}

function toLeftBehind(
  { site: place, dueMs, ...item }: GuestReport['leftBehind'][number],
  site: SiteLookup,
  program: Program,
): LeftBehind {
  const { at } = site(place);
  const notAwaited = item.kind === 'call' && at !== undefined ? program.whyNotAwaited(at) : undefined;
  return {
    ...item,
    ...(dueMs < 0 ? {} : { dueMs }),
    ...(at === undefined ? {} : { at }),
    ...(notAwaited === undefined ? {} : { notAwaited }),
  };
}

function toPendingWaits(report: GuestReport, ending: Ending, { sites, labels }: Program): PendingWait[] {
  if (ending.kind !== 'never-settled') return [];
  return report.pendingWaits.flatMap(({ awaitedSite, madeSite, isThenable }) => {
    const awaitedAt = sites[awaitedSite];
    const madeAt = sites[madeSite];
    const madeBy = isThenable ? 'thenable' : labels[madeSite];
    return awaitedAt === undefined
      ? []
      : [
          {
            awaitedAt,
            ...(madeAt === undefined ? {} : { madeAt }),
            ...(madeBy === undefined ? {} : { madeBy }),
          },
        ];
  });
}

/** Promises named in a recording; the oldest say where it hangs. */
const UNSETTLED_LIMIT = 50;

function toPromises(
  report: GuestReport,
  ending: Ending,
  { sites, labels }: Program,
): Pick<Recording, 'unsettled' | 'rejectedAt'> {
  if (ending.kind === 'never-settled') {
    const unsettled = report.promises.flatMap(({ site, isRejected }) => {
      const at = sites[site];
      return isRejected || at === undefined ? [] : [{ at, by: labels[site] ?? '' }];
    });
    return unsettled.length === 0 ? {} : { unsettled: unsettled.slice(0, UNSETTLED_LIMIT) };
  }
  if (ending.kind !== 'unhandled-rejection' || ending.at !== undefined) return {};
  const rejected = rejectedPromise(report, ending.error);
  const rejectedAt = rejected === undefined ? undefined : sites[rejected.site];
  return rejectedAt === undefined ? {} : { rejectedAt };
}

/** Of all that were rejected for this reason, the last that was made: the others led to it. */
function rejectedPromise(
  { promises }: GuestReport,
  error: Encoded,
): GuestReport['promises'][number] | undefined {
  const isOfError = typeof error === 'object' && error !== null && error.t === 'error';
  const text = isOfError ? error.message.slice(0, REASON_LENGTH) : error;
  return promises.findLast(
    (one) => one.isRejected && one.isOfError === isOfError && one.reason === text && text !== '',
  );
}

/**
 * An error that tells no line of the student's, such as that of a simulated call. Where the promise was awaited, what nobody
 * handled is the promise of the function that awaits it: the error came up there.
 */
function placeRejection(ending: Ending, report: GuestReport, { sites }: Program): Ending {
  if (ending.kind !== 'unhandled-rejection' || ending.at !== undefined) return ending;
  const at = sites[rejectedPromise(report, ending.error)?.awaitedSite ?? -1];
  return at === undefined ? ending : { ...ending, at };
}

function toBusyWait({ busyReads, busySite }: GuestReport, site: SiteLookup): Pick<Recording, 'busyWait'> {
  return busyReads === 0 ? {} : { busyWait: { reads: busyReads, ...site(busySite) } };
}

function toOutcome(report: GuestReport, ending: Ending, program: Program): Recording['outcome'] {
  if (ending.kind === 'uncaught') return { kind: 'threw', error: placeErrors(report.uncaught, program) };
  if (ending.kind === 'unhandled-rejection' || ending.kind === 'load-error')
    return { kind: 'threw', error: ending.error };
  if (report.settlement === 'returned')
    return { kind: 'returned', value: placeErrors(report.value, program) };
  if (report.settlement === 'threw') return { kind: 'threw', error: placeErrors(report.value, program) };
  return { kind: 'none' };
}

function toEnded(report: GuestReport, ending: Ending, outcome: Recording['outcome']): Ended {
  switch (ending.kind) {
    case 'limit':
      return ending;
    case 'never-settled':
      return { kind: 'never-settled' };
    case 'unhandled-rejection':
    case 'load-error':
      return { kind: ending.kind, ...(ending.at === undefined ? {} : { at: ending.at }) };
    case 'uncaught':
    case 'settled': {
      const at = outcome.kind === 'threw' ? positionOf(outcome.error) : undefined;
      const kind = ending.kind === 'settled' && report.settlement === 'returned' ? 'returned' : 'threw';
      return { kind, ...(at === undefined ? {} : { at }) };
    }
    default:
      return ending satisfies never;
  }
}

function positionOf(error: Encoded): SourcePosition | undefined {
  return typeof error === 'object' && error !== null && error.t === 'error' ? error.at : undefined;
}

/** Replaces the `stack` text of encoded errors by the position it points at. */
export function placeErrors(encoded: Encoded, program: Program): Encoded {
  if (typeof encoded !== 'object' || encoded === null) return encoded;
  const each = (item: Encoded): Encoded => placeErrors(item, program);
  const pairs = (entries: [string, Encoded][]): [string, Encoded][] =>
    entries.map(([key, item]) => [key, each(item)]);
  switch (encoded.t) {
    case 'array':
    case 'set':
      return { ...encoded, items: encoded.items.map(each) };
    case 'object':
      return { ...encoded, entries: pairs(encoded.entries) };
    case 'map':
      return { ...encoded, entries: encoded.entries.map(([key, item]) => [each(key), each(item)]) };
    case 'error': {
      const { stack, ...error } = encoded as typeof encoded & { stack?: string };
      const at = positionInStack(stack ?? '', program);
      return {
        ...error,
        ...(at === undefined ? {} : { at }),
        ...(error.cause === undefined ? {} : { cause: each(error.cause) }),
        ...(error.errors === undefined ? {} : { errors: error.errors.map(each) }),
        entries: pairs(error.entries),
      };
    }
    default:
      return encoded;
  }
}
