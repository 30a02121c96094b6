// Message codes into sentences: the one catalogue that the command line and the pages share.
import type { Finding, Json } from './types.ts';

type Params = { [key: string]: Json };
type Render = (params: Params, line: string) => string;

const text = (value: Json | undefined): string =>
  typeof value === 'string' ? value : JSON.stringify(value ?? null);
const ms = (value: Json | undefined): string => `${text(value)} ms`;
const plural = (count: Json | undefined, one: string, many: string): string =>
  `${text(count)} ${count === 1 ? one : many}`;

function startedLate(p: Params): string {
  const isTimer = p['afterKind'] !== undefined && p['afterKind'] !== 'call';
  const after =
    p['after'] === undefined
      ? ''
      : isTimer
        ? `, after a ${text(p['after'])} fired`
        : `, after ${text(p['after'])} finished`;
  return `${text(p['call'])} started at ${ms(p['actualMs'])}${after}. Expected: it starts at ${ms(p['expectedMs'])}.`;
}

function settledDifferently(p: Params): string {
  const end = (outcome: Json | undefined, at: Json | undefined): string =>
    outcome === 'pending' ? 'was still pending at the end' : `was ${text(outcome)} at ${ms(at)}`;
  return `${text(p['call'])} ${end(p['actual'], p['actualMs'])}. Expected: it ${end(p['expected'], p['expectedMs'])}.`;
}

function neverSettled(p: Params): string {
  if (p['awaitedLine'] === undefined) {
    return `The result never settles: at ${ms(p['virtualMs'])} no timer and no call is left that could settle it.`;
  }
  const made = p['madeLine'] === undefined ? 'a promise' : `the promise made on line ${text(p['madeLine'])}`;
  return `Line ${text(p['awaitedLine'])} awaits ${made}, which nothing settles: at ${ms(p['virtualMs'])} no timer and no call is left.`;
}

function listenerOf(name: Json | undefined): string {
  return name === undefined || name === 'abort' ? 'An abort listener' : `A listener for ${text(name)}`;
}

function otherOrder(p: Params, did: string): string {
  const number = `Number ${text(p['number'])} that ${did}`;
  if (p['actual'] === null)
    return `Nothing ${did} as number ${text(p['number'])}. Expected: ${text(p['expected'])}.`;
  if (p['expected'] === null) return `${number} was ${text(p['actual'])}. Expected: no more calls.`;
  return `${number} was ${text(p['actual'])}. Expected: ${text(p['expected'])}.`;
}

/** What is so when a negated matcher fails. */
const heldFacts = new Map(
  Object.entries({
    toTakeExactly: 'It took exactly that long',
    toStartTogether: 'All calls started together',
    toHaveInFlightAtMost: 'No more calls were in flight at once',
    toKeepInFlight: 'As many calls were kept in flight',
    toRunOneAfterAnother: 'The calls ran one after another',
    toStartInOrder: 'The calls started in that order',
    toSettleInOrder: 'The calls settled in that order',
    toStartAt: 'The calls started at that time',
    toSettleAt: 'The calls settled at that time',
    toHaveCalled: 'Such a call was made',
    toHaveCalledTimes: 'That many calls were made',
    toRejectWith: 'It rejected with that error',
    toAbortAt: 'There was an abort at that time',
    toBlockAtMost: 'The loop was blocked no longer than that',
    toLeaveNothingBehind: 'Nothing was left behind',
    toPrint: 'Those lines were printed',
  }),
);

const catalogue = new Map<string, Render>(
  Object.entries({
    assertion: (p) => text(p['message']),
    threw: (p, line) => `The code threw ${text(p['error'])}${line}.`,
    'started-late': startedLate,
    'started-early': (p) =>
      `${text(p['call'])} started at ${ms(p['actualMs'])}, too early. Expected: it starts at ${ms(p['expectedMs'])}.`,
    'extra-call': (p, line) =>
      `${text(p['call'])} was called at ${ms(p['atMs'])}${line}, which the task does not need.`,
    'missing-call': (p) =>
      `${text(p['call'])} was never called. Expected: it starts at ${ms(p['expectedMs'])}.`,
    'settled-differently': settledDifferently,
    'ended-at': (p) => `The result was there at ${ms(p['actualMs'])}. Expected: at ${ms(p['expectedMs'])}.`,
    'took-too-long': (p) => `It took ${ms(p['actualMs'])}. Expected: exactly ${ms(p['expectedMs'])}.`,
    'took-too-short': (p) => `It took only ${ms(p['actualMs'])}. Expected: exactly ${ms(p['expectedMs'])}.`,
    'not-together': (p) =>
      `${text(p['call'])} started at ${ms(p['actualMs'])}. Expected: all calls start together, at ${ms(p['expectedMs'])}.`,
    'nothing-started': (p) => `No call${p['name'] === '' ? '' : ` of ${text(p['name'])}`} was made.`,
    'too-many-in-flight': (p) =>
      `${plural(p['actual'], 'call was', 'calls were')} in flight at once, at ${ms(p['atMs'])}. Expected: at most ${text(p['limit'])}.`,
    'not-one-after-another': (p) =>
      `${text(p['call'])} started at ${ms(p['atMs'])}, before ${text(p['before'])} had settled. Expected: one after another.`,
    'timer-left-behind': (p, line) =>
      `A ${text(p['name'])}${line} was still waiting when the result was there; it would have fired at ${ms(p['dueMs'])}. Clear it.`,
    'call-left-behind': (p) =>
      `${text(p['name'])} was still in flight when the result was there. Nobody waits for it.`,
    'listener-left-behind': (p, line) =>
      `${listenerOf(p['name'])}${line} was still attached when the result was there. Remove it.`,
    'not-kept-full': (p) =>
      `From ${ms(p['atMs'])} on only ${plural(p['actual'], 'call was', 'calls were')} in flight, though ${text(p['call'])} was still to start; it started at ${ms(p['startedMs'])}. Expected: ${text(p['expected'])} in flight as long as work is left.`,
    'other-start-order': (p) => otherOrder(p, 'started'),
    'other-settle-order': (p) => otherOrder(p, 'settled'),
    'settled-at': (p) =>
      p['actualMs'] === null
        ? `${text(p['call'])} was still pending at the end. Expected: it settles at ${ms(p['expectedMs'])}.`
        : `${text(p['call'])} settled at ${ms(p['actualMs'])}. Expected: it settles at ${ms(p['expectedMs'])}.`,
    'called-times': (p) =>
      `${text(p['name'])} was called ${plural(p['actual'], 'time', 'times')}. Expected: ${plural(p['expected'], 'time', 'times')}.`,
    'not-called-with': (p) =>
      `${text(p['call'])} was never called. ${p['actual'] === '' ? 'Nothing of that name was.' : `Called: ${text(p['actual'])}.`}`,
    'not-rejected': (p) =>
      `The result is ${text(p['actual'])}. Expected: it rejects with ${text(p['expected'])}.`,
    'rejected-differently': (p, line) =>
      `It rejected with ${text(p['actual'])}${line}. Expected: it rejects with ${text(p['expected'])}.`,
    'not-aborted': (p) =>
      `${p['name'] === '' ? 'Nothing' : `No call of ${text(p['name'])}`} was aborted. Expected: an abort at ${ms(p['expectedMs'])}.`,
    'aborted-at': (p, line) =>
      `${p['call'] === '' ? 'The abort' : text(p['call'])}${p['call'] === '' ? `${line} came` : ' was aborted'} at ${ms(p['actualMs'])}. Expected: at ${ms(p['expectedMs'])}.`,
    'blocked-too-long': (p, line) =>
      `The loop was blocked for ${ms(p['actualMs'])}${line}. Expected: for at most ${ms(p['expectedMs'])} at a time.`,
    held: (p) => `${heldFacts.get(text(p['matcher'])) ?? `${text(p['matcher'])} holds`}. Expected: not so.`,
    'unexpected-shape': (p) =>
      `${p['actual'] === '' ? 'What the code did' : `The result is ${text(p['actual'])}; it`} does not have the shape that the task asks for: ${text(p['error'])}.`,
    'printed-differently': (p) =>
      p['expected'] === null
        ? `Line ${text(p['number'])} of the output is ${text(p['actual'])}; no more lines were expected.`
        : p['actual'] === null
          ? `The output ends before line ${text(p['number'])}.`
          : `Line ${text(p['number'])} of the output is ${text(p['actual'])}, not ${text(p['expected'])}.`,
    'recording-cut': (p) =>
      `More than ${text(p['limit'])} things happened in this test. The recording ends there, so what came after cannot be judged.`,
    'never-settled': neverSettled,
    'unhandled-rejection': (p, line) =>
      `A promise was rejected with ${text(p['error'])}${line} and nobody handled it.`,
    'not-awaited': (p) => `${text(p['call'])} was started but its result is not awaited.`,
    'syntax-error': (p, line) => `The code does not parse${line}: ${text(p['error'])}.`,
    'load-error': (p, line) => `The code failed while it was loaded${line}: ${text(p['error'])}.`,
    'import-refused': (p) =>
      `\`${text(p['specifier'])}\` is not available here${p['file'] === undefined ? '' : ` (imported in ${text(p['file'])})`}: a submission imports its own files only.`,
    'missing-file': (p) => `The submission has no ${text(p['expected'])}; it has ${text(p['actual'])}.`,
    schedule: (p) => {
      const count = `${text(p['failed'])} of ${text(p['schedules'])} schedules fail`;
      if (p['first'] === undefined) return `Fails in some orders of the answers: ${count}.`;
      return `Passes when ${text(p['second'])} answers before ${text(p['first'])}; fails when ${text(p['first'])} answers first (${count}).`;
    },
    'keeps-state': (p) =>
      `The code keeps something between calls: ${text(p['failed'])} of ${text(p['schedules'])} schedules fail when they run one after another, and pass when each starts afresh.`,
    'bad-path': (p) =>
      `"${text(p['path'])}" is no name for a file here: expected letters, digits, - and _, ending in .js or .ts.`,
    'too-many-files': (p) =>
      `The submission has ${text(p['actual'])} files; at most ${text(p['limit'])} are accepted.`,
    'too-large': (p) =>
      `The code is ${text(p['actualKb'])} KB long; at most ${text(p['limitKb'])} KB are accepted.`,
    'too-deep': (p) =>
      `The code is nested more than ${text(p['limit'])} levels deep${p['line'] === undefined ? '' : ` at line ${text(p['line'])}`}.`,
    'unsupported-typescript': (p, line) =>
      `${text(p['error'])}${line}. Only types that can be erased are supported.`,
    'limit-resources': () =>
      'The code used too much real time or memory and was stopped. It looks like an endless loop, or like data that grows without end. (The clock stands still while code runs: waiting for Date.now() to change never ends.)',
    'limit-virtual-time': (p) =>
      `The run was stopped at its limit of virtual time, after ${ms(p['virtualMs'])}.`,
    'limit-timers': (p) =>
      `The run was stopped at ${ms(p['virtualMs'])}: too many timers. It looks like an interval or a timer loop that never ends.`,
    'not-run': (p) =>
      `This test was not run: the tests before it used up the ${ms(p['limitMs'])} of real time that a submission has.`,
    'not-comparable': (p) =>
      `What the code returned is too large to be compared within ${ms(p['limitMs'])} of real time.`,
    'limit-output': () => 'The run was stopped because it produced too much output.',
    'output-cut': (p) =>
      `Output cut off: ${plural(p['lines'], 'line', 'lines')} and ${plural(p['characters'], 'character', 'characters')} are not shown.`,
    'not-instrumented': () => 'Some line numbers are missing: the code could not be prepared for them.',
    'expectation-failed-to-run': (p) =>
      `The exercise's own check failed to run: ${text(p['error'])}. The attempt is not counted.`,
    'grader-fault': () => 'The grader failed. This is our fault; your attempt was not counted.',
  } satisfies { [code: string]: Render }),
);

/** @returns one or two plain sentences, without a file's path; line numbers are of the student's file. */
export function sentence(finding: Finding): string {
  const render = catalogue.get(finding.code);
  const line = finding.at === undefined ? '' : ` on line ${finding.at.line}`;
  if (render === undefined) return `${finding.code}: ${JSON.stringify(finding.params)}`;
  return render(finding.params, line);
}

/** Codes that have a sentence; a test holds every producer to it. */
export const findingCodes: readonly string[] = [...catalogue.keys()];
