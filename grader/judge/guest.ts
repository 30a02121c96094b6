// Entry of the judge bundle: Vitest's expect over recordings, in an isolate that no student code enters.
import './platform.ts';
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
  type ExpectStatic,
} from '@vitest/expect';
import { processError } from '@vitest/utils/error';
import type { Expect, Expectations, Matchers } from '../author.ts';
import { endedFinding, threwFinding } from '../recording/findings.ts';
import { printValue } from '../recording/print.ts';
import { sentence } from '../recording/sentences.ts';
import type { Finding, Recording } from '../recording/types.ts';
import { FindingError, makeEvidence } from './evidence.ts';
import { heldFinding } from './held.ts';
import { checks, requireEvidence, type Check } from './matchers.ts';
import { MisuseError } from './misuse.ts';

// TypeScript and `check` find a misspelled matcher before a student does; a Proxy around every assertion costs half of it.
chai.config.useProxy = false;
// Short values are told whole in the first sentence; the page has the difference of long ones beside it.
chai.config.truncateThreshold = 160;
chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

const MAXIMUM_TEXT = 4000;
let lastFinding: Finding | null = null;

function makeExpect(): Expect {
  const expect = ((actual: unknown, message?: string) => chai.expect(actual, message)) as Expect;
  Object.assign(expect, chai.expect);
  Object.assign(expect, (globalThis as { [key: symbol]: unknown })[ASYMMETRIC_MATCHERS_OBJECT]);
  setState({ assertionCalls: 0 }, expect as unknown as ExpectStatic);
  (chai.expect as unknown as { extend(expect: unknown, matchers: object): void }).extend(
    expect,
    Object.fromEntries(
      (Object.keys(checks) as (keyof Matchers)[]).map((name) => [name, toMatcher(name, checks[name])]),
    ),
  );
  return expect;
}

/** A check as a matcher: the finding is kept aside, since a matcher can fail with a text only. */
function toMatcher(name: keyof Matchers, check: Check) {
  return function (this: { isNot: boolean }, evidence: unknown, ...args: unknown[]) {
    requireEvidence(name, evidence);
    const found = check(evidence, ...(args as never[]));
    // Where nothing was started, nothing is shown to be otherwise: such a test fails with `.not` too.
    const isVacuous = this.isNot && found?.code === 'nothing-started';
    return {
      pass: found === null || isVacuous,
      message: () => {
        lastFinding = found ?? heldFinding(name, evidence, args);
        return sentence(lastFinding);
      },
    };
  };
}

const expect = makeExpect();
let expectations: Expectations = {};

const controls = { load, names, judge };

/** @returns what the host calls the judge through: the name of one of its functions, and that function's argument. */
export function makeDoor(): (name: keyof typeof controls, argument?: never) => unknown {
  return (name, argument) => controls[name](argument as never);
}

/** Takes the default export of an exercise's `expectations.ts`. */
function load(module: { default: Expectations }): void {
  expectations = module.default;
}

function names(): string {
  return JSON.stringify(Object.keys(expectations));
}

/** @returns JSON of `{ outcome, findings }`. */
function judge(recordingText: string): string {
  const recording = JSON.parse(recordingText) as Recording;
  const findings = examine(recording);
  return JSON.stringify({ outcome: findings.length === 0 ? 'passed' : 'failed', findings });
}

function examine(recording: Recording): Finding[] {
  const ended = endedFinding(recording);
  if (ended !== null) return [ended];
  if (recording.missingExport !== undefined) return [threwFinding(recording)];
  const expectation = expectations[recording.test];
  if (expectation === undefined) return [faulty(`no expectation is named "${recording.test}"`)];
  const { evidence, wasErrorExpected, wasTimelineRead } = makeEvidence(recording, expect);
  lastFinding = null;
  try {
    expectation(evidence);
  } catch (error) {
    const finding = toFinding(error, recording);
    // Why no call was made is what the code threw.
    const isThrown = finding.code === 'nothing-started' && recording.ended.kind === 'threw';
    return isThrown ? [threwFinding(recording), finding] : [finding];
  }
  // What the recording has no room for may be what the expectation would have refused.
  const { cut } = recording.timeline;
  if (cut !== undefined && wasTimelineRead())
    return [{ code: 'recording-cut', params: { limit: cut.limit } }];
  return recording.ended.kind === 'threw' && !wasErrorExpected() ? [threwFinding(recording)] : [];
}

function toFinding(error: unknown, recording: Recording): Finding {
  if (error instanceof FindingError) return error.finding;
  // A matcher of ours fails with the sentence of its finding; an earlier one may have been caught by the expectation.
  if (error instanceof Error && lastFinding !== null && error.message === sentence(lastFinding))
    return lastFinding;
  if (error instanceof Error && error.name === 'AssertionError') return assertionFinding(error);
  if (!(error instanceof MisuseError) && isAboutShape(error)) return unexpectedShape(error, recording);
  return faulty(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
}

/**
 * Errors that an expectation runs into when what the code returned has another shape than the solution's: the student's
 * failure. An author's slip of the same kind also hits the solution, where `check` shows it; a name that does not exist,
 * and an error thrown by hand, come from no data.
 */
function isAboutShape(error: unknown): error is Error {
  return [TypeError, RangeError, SyntaxError, URIError].some((Type) => error instanceof Type);
}

function unexpectedShape(error: Error, { outcome }: Recording): Finding {
  const actual = outcome.kind === 'returned' ? printValue(outcome.value) : '';
  return { code: 'unexpected-shape', params: { actual, error: plain(error.message) } };
}

function faulty(reason: string): Finding {
  return { code: 'expectation-failed-to-run', params: { error: reason } };
}

function assertionFinding(error: Error): Finding {
  const { expected, actual, diff } = processError(error, { truncateThreshold: 0 }) as {
    expected?: unknown;
    actual?: unknown;
    diff?: string;
  };
  const params: Finding['params'] = { message: plain(error.message) };
  if (typeof expected === 'string') params['expected'] = plain(expected);
  if (typeof actual === 'string') params['received'] = plain(actual);
  if (typeof diff === 'string') params['diff'] = plain(diff);
  return { code: 'assertion', params };
}

/** Without colours and what only matters to a tester, and bounded. */
function plain(text: string): string {
  const uncoloured = text
    // oxlint-disable-next-line no-control-regex -- the escape character is what is looked for
    .replaceAll(/\u001B\[[0-9;]*m/g, '')
    .replace(/ \/\/ Object\.is equality$/, '')
    .replaceAll(/(?<![\w.+])\+0(?![\w.])/g, '0');
  return uncoloured.length > MAXIMUM_TEXT ? `${uncoloured.slice(0, MAXIMUM_TEXT)}…` : uncoloured;
}
