// Message codes into sentences: the one catalogue that the command line and the pages share.
import { heldSentence } from './held-sentence.ts';
import type { Finding, Json } from './types.ts';
import { figure, ms, plural, text, type Params } from './words.ts';

type Render = (params: Params, line: string) => string;

/** Where in a spec of somebody else's: `greet.spec.js:12`. */
function specPlace(p: Params): string {
  return p['spec'] === undefined ? '' : ` (${text(p['spec'])})`;
}

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
  const left = `at ${ms(p['virtualMs'])} no timer and no call is left`;
  if (p['awaitedLine'] === undefined) {
    if (p['call'] !== undefined) return `The result never settles: ${text(p['call'])} never answers.`;
    if (p['madeLine'] === undefined) return `The result never settles: ${left} that could settle it.`;
    return `The result never settles: nothing settles the promise made on line ${text(p['madeLine'])}, and ${left}.`;
  }
  const line = `Line ${text(p['awaitedLine'])} awaits`;
  if (p['call'] !== undefined) return `${line} ${text(p['call'])}, which never answers.`;
  if (p['madeBy'] === 'thenable') return `${line} an object whose \`then\` never calls back: ${left}.`;
  const made = p['madeLine'] === undefined ? 'a promise' : `the promise made on line ${text(p['madeLine'])}`;
  if (p['rootLine'] === undefined) return `${line} ${made}, which nothing settles: ${left}.`;
  return `${line} ${made}, which waits for the promise made on line ${text(p['rootLine'])}, and nothing settles that one: ${left}.`;
}

function limitTimers(p: Params, line: string): string {
  const count =
    p['waiting'] === undefined
      ? `${figure(p['fired'])} timers had fired`
      : `${figure(p['waiting'])} timers were waiting at once`;
  const place = line === '' ? '' : ` Look at the timer set${line}.`;
  return `The run was stopped at ${ms(p['virtualMs'])}, when ${count}. It looks like an interval or a timer loop that never ends.${place}`;
}

/** `saveUser(3)`, and the line it is on where that is not the line of the finding. */
function callOf(p: Params): string {
  return p['callLine'] === undefined ? text(p['call']) : `${text(p['call'])} of line ${text(p['callLine'])}`;
}

/** A message of several lines would break the sentence that it stands in. */
function onOneLine(error: Json | undefined): string {
  return text(error).replaceAll(/\s*\n\s*/g, ' / ');
}

const outcomes: { [outcome: string]: string } = {
  returned: 'a result',
  threw: 'an error',
  none: 'no result',
};
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

/** When a test ended, for what was not over by then. */
function atTheEnd(p: Params): string {
  return p['ended'] === 'threw' ? 'when the error came' : 'when the result was there';
}

function missingCall(p: Params): string {
  const call = text(p['call']);
  if (p['before'] === undefined)
    return `${call} was never called. Expected: it starts at ${ms(p['expectedMs'])}.`;
  return `${call} was called only ${plural(p['before'], 'time', 'times')}. Expected: once more, at ${ms(p['expectedMs'])}.`;
}

function printedDifferently(p: Params): string {
  const shown = (line: Json | undefined): string => (line === '' ? 'an empty line' : text(line));
  const number = Number(p['number']);
  if (p['expected'] === null)
    return `Line ${number} of the output is ${shown(p['actual'])}; no more lines were expected.`;
  if (p['actual'] !== null)
    return `Line ${number} of the output is ${shown(p['actual'])}, not ${shown(p['expected'])}.`;
  if (number === 1) return `Nothing was printed. Expected: ${shown(p['expected'])}.`;
  return `The output ends after line ${number - 1}. Expected next: ${shown(p['expected'])}.`;
}

const catalogue = new Map<string, Render>(
  Object.entries({
    assertion: (p) => `${text(p['message'])}${specPlace(p)}`,
    'export-missing': (p) =>
      `${text(p['file'])} does not export ${text(p['name'])}, which the test calls. Is the word "export" before it, and is it spelt like that?`,
    threw: (p, line) => `The code threw ${onOneLine(p['error'])}${line}.`,
    'test-timeout': (p) => `The test took longer than its limit of ${ms(p['limitMs'])} of virtual time.`,
    'fake-timers-held': (p) =>
      `At ${ms(p['virtualMs'])} everything waits for a timer, but fake timers are on and nothing moves the clock.`,
    'open-test-missing': () =>
      'The spec does not declare this test beside this code: which tests there are depends on what the code exports.',
    'open-test-lost': () => 'The test ended without an outcome.',
    'started-late': startedLate,
    'started-early': (p) =>
      `${text(p['call'])} started at ${ms(p['actualMs'])}, too early. Expected: it starts at ${ms(p['expectedMs'])}.`,
    'extra-call': (p, line) =>
      `${text(p['call'])} was called at ${ms(p['atMs'])}${line}, which the task does not need.`,
    'missing-call': missingCall,
    'other-arguments': (p, line) =>
      `${text(p['call'])} was called at ${ms(p['atMs'])}${line}. Expected: ${text(p['expected'])}.`,
    'settled-differently': settledDifferently,
    'ended-differently': (p) =>
      `At ${ms(p['actualMs'])} there was ${outcomes[text(p['actual'])] ?? 'another end'}. Expected: ${outcomes[text(p['expected'])] ?? 'another end'}, at ${ms(p['expectedMs'])}.`,
    'printed-at': (p, line) =>
      `Line ${text(p['number'])} of the output, ${text(p['text'])}, was printed at ${ms(p['actualMs'])}${line}. Expected: at ${ms(p['expectedMs'])}.`,
    'ended-at': (p) =>
      `${p['ended'] === 'threw' ? 'The error came' : 'The result was there'} at ${ms(p['actualMs'])}. Expected: at ${ms(p['expectedMs'])}.`,
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
      `A ${text(p['name'])}${line} was still waiting ${atTheEnd(p)}; it was due at ${ms(p['dueMs'])}. Clear it.`,
    'immediate-left-behind': (p, line) =>
      `A ${text(p['name'])}${line} had not run yet ${atTheEnd(p)}. Wait for it, or clear it.`,
    'interval-left-behind': (p, line) => `A setInterval${line} was still running ${atTheEnd(p)}. Clear it.`,
    'call-left-behind': (p, line) =>
      `${text(p['call'])}${line === '' ? '' : `, started${line},`} was still in flight ${atTheEnd(p)}.`,
    'async-for-each': (p, line) =>
      `forEach${line} does not wait for the promises of its callback: ${callOf(p)} was still in flight ${atTheEnd(p)}.`,
    'listener-left-behind': (p, line) =>
      `${listenerOf(p['name'])}${line} was still attached ${atTheEnd(p)}. Remove it.`,
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
      `${text(p['call'])} was never called.${p['actual'] === '' ? '' : ` Called: ${text(p['actual'])}.`}`,
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
    held: heldSentence,
    'unexpected-shape': (p) =>
      `${p['actual'] === '' ? 'What the code did' : `The result is ${text(p['actual'])}; it`} does not have the shape that the task asks for: ${text(p['error'])}.`,
    'printed-differently': printedDifferently,
    'recording-cut': (p) =>
      `More than ${text(p['limit'])} things happened in this test. The recording ends there, so what came after cannot be judged.`,
    'never-settled': neverSettled,
    'unhandled-rejection': (p, line) =>
      p['madeLine'] === undefined
        ? `A promise was rejected with ${text(p['error'])}${line} and nobody handled it.`
        : `The promise made${line} was rejected with ${text(p['error'])} and nobody handled it.`,
    'not-awaited': (p, line) =>
      p['callLine'] === undefined
        ? `${line === '' ? 'The code' : `Line ${line.slice(9)}`} starts ${text(p['call'])} and does not wait for it.`
        : `${line === '' ? 'The code' : `Line ${line.slice(9)}`} does not wait for what it starts: ${callOf(p)} was still in flight ${atTheEnd(p)}.`,
    'busy-wait': (p, line) =>
      `The clock does not move while code runs: it was read ${figure(p['reads'])} times${line} at ${ms(p['virtualMs'])}, and waiting for Date.now() to change never ends. Await a timer instead.`,
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
    'limit-resources': (p) =>
      `The code used too much real time or memory${p['limitMs'] === undefined ? '' : ` (${ms(p['limitMs'])} or ${text(p['limitMiB'])} MiB)`} and was stopped. It looks like an endless loop, or like data that grows without end.`,
    'limit-virtual-time': (p) =>
      `The run was stopped at its limit of virtual time, ${ms(p['limitMs'] ?? p['virtualMs'])}.`,
    'limit-timers': limitTimers,
    'not-run': (p) =>
      `This test was not run: the tests before it used up the ${ms(p['limitMs'])} of real time that a submission has.`,
    'not-comparable': (p) =>
      `What the code returned is too large to be compared within ${ms(p['limitMs'])} of real time.`,
    'limit-output': (p) =>
      `The run was stopped because it printed too much${p['lines'] === undefined ? '' : `: more than ${figure(p['lines'])} lines`}.`,
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
