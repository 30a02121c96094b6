// Judged recordings into a verdict. Pure: no clock, no isolate, no IO.
import { firstDifference } from '../recording/difference.ts';
import { leftBehindFindings } from '../recording/findings.ts';
import type { Finding, Recording, TestVerdict, Verdict } from '../recording/types.ts';
import { limits } from '../worker/limits.ts';

export type JudgedTest = {
  name: string;
  hidden: boolean;
  recording?: Recording;
  judgement?: { outcome: 'passed' | 'failed'; findings: Finding[] };
};

export type VerdictContext = Pick<Verdict, 'exercise' | 'engineVersion' | 'seed' | 'sealed'>;

/** A test without a recording was not run: the tests before it took the time of the whole submission. */
export function toTestVerdict(test: JudgedTest, reference: Recording | undefined): TestVerdict {
  const { name, hidden, recording, judgement } = test;
  if (recording === undefined || judgement === undefined) {
    const ended = { kind: 'limit', limit: 'resources' } as const;
    const finding = { code: 'not-run', params: { limitMs: limits.wallSubmissionLimitMs } };
    return { name, hidden, outcome: 'not-run', ended, findings: [finding], virtualMs: 0 };
  }
  return {
    name,
    hidden,
    outcome: judgement.outcome,
    ended: recording.ended,
    findings: withDifference(judgement, recording, reference),
    virtualMs: recording.virtualMs,
  };
}

/** A failed test that ended by itself also says where its timeline first leaves the reference's. */
function withDifference(
  judgement: NonNullable<JudgedTest['judgement']>,
  recording: Recording,
  reference: Recording | undefined,
): Finding[] {
  const { outcome } = judgement;
  const findings = withLeftBehind(judgement, recording, reference);
  const isOver = recording.ended.kind === 'returned' || recording.ended.kind === 'threw';
  // Under another schedule everything differs from the reference's, and nothing of it is the student's doing.
  const isScheduled = JSON.stringify(recording.schedule) !== JSON.stringify(reference?.schedule);
  const isAlone = reference === undefined || recording.manyAnswers === true;
  if (outcome === 'passed' || isAlone || !isOver || isScheduled) return findings;
  const difference = firstDifference(recording, reference);
  if (difference === null || saysMore(findings, difference)) return findings;
  return [...findings.filter((finding) => !isSaidBy(finding, difference)), difference];
}

/** A failed test also says what was still under way at its result: often that is why the result is wrong. */
function withLeftBehind(
  { outcome, findings }: NonNullable<JudgedTest['judgement']>,
  recording: Recording,
  reference: Recording | undefined,
): Finding[] {
  if (outcome === 'passed') return findings;
  const isSaid = ({ code }: Finding): boolean => findings.some((finding) => finding.code === code);
  return [...findings, ...leftBehindFindings(recording, reference).filter((finding) => !isSaid(finding))];
}

/** That the run threw says nothing new beside what it threw; nor when it ended, beside how long it took. */
function saysMore(findings: Finding[], difference: Finding): boolean {
  const { actualMs, expectedMs } = difference.params;
  const isSameTime = actualMs === expectedMs;
  return findings.some(({ code, params }) => {
    switch (difference.code) {
      case 'ended-differently':
        return code === 'threw' || (code === 'not-rejected' && isSameTime);
      case 'ended-at':
        return (
          code.startsWith('took-too-') &&
          params['actualMs'] === actualMs &&
          params['expectedMs'] === expectedMs
        );
      case 'printed-differently':
        return code === 'printed-differently';
      default:
        return false;
    }
  });
}

/** "Started late, expected together" or "expected at", and "started late, after what" are one fact; the last says more. */
function isSaidBy(finding: Finding, difference: Finding): boolean {
  const isSame = (key: string): boolean => finding.params[key] === difference.params[key];
  const isAboutStart = difference.code === 'started-late' || difference.code === 'started-early';
  return (
    isAboutStart &&
    (finding.code === 'not-together' || finding.code === difference.code) &&
    ['call', 'actualMs', 'expectedMs'].every(isSame)
  );
}

export function toVerdict(tests: TestVerdict[], context: VerdictContext): Verdict {
  const isOurs = tests.some((test) => test.findings.some(({ code }) => code === 'expectation-failed-to-run'));
  const isPassed = tests.every((test) => test.outcome === 'passed');
  const outcome = isOurs ? 'grader-fault' : isPassed ? 'passed' : 'failed';
  return { outcome, tests, findings: [], ...context };
}

/** No test could start: the finding says why. */
export function toErroredVerdict(
  tests: { name: string; hidden: boolean }[],
  finding: Finding,
  context: VerdictContext,
): Verdict {
  const isParsed = finding.code === 'load-error' || finding.code === 'grader-fault';
  const kind = isParsed ? 'load-error' : 'syntax-error';
  const ended = { kind, ...(finding.at === undefined ? {} : { at: finding.at }) } as const;
  return {
    outcome: 'errored',
    tests: tests.map(({ name, hidden }) => ({
      name,
      hidden,
      outcome: 'not-run',
      ended,
      findings: [],
      virtualMs: 0,
    })),
    findings: [finding],
    ...context,
  };
}

/** Ours: `reason` is for the log and for the instructor, never a judgement of the code. */
export function toFaultVerdict(
  tests: { name: string; hidden: boolean }[],
  reason: string,
  context: VerdictContext,
): Verdict {
  const finding = { code: 'grader-fault', params: { reason } };
  return { ...toErroredVerdict(tests, finding, context), outcome: 'grader-fault' };
}
