// Why a test did not pass, in the words that every report format shares.
import { findingLines } from '../recording/finding-text.ts';
import type { Finding, Recording, SourcePosition, TestVerdict, Verdict } from '../recording/types.ts';

/**
 * `failure`: the code ran to its end and an expectation does not hold. `error`: it never got there (it threw, hung, hit a
 * limit, does not parse). `skipped`: the tests before it used up the time. `fault`: ours; says nothing about the code.
 */
export type Problem = {
  severity: 'failure' | 'error' | 'skipped' | 'fault';
  /** The code of the first finding. */
  code: string;
  findings: Finding[];
};

const FAULT: Finding = { code: 'grader-fault', params: {} };

/** @returns null for a test that passed. */
export function problemOf(test: TestVerdict, verdict: Verdict): Problem | null {
  if (test.outcome === 'passed') return null;
  const findings = test.findings.length > 0 ? test.findings : verdict.findings;
  const [first = FAULT] = findings;
  return {
    severity: severityOf(test, verdict, first),
    code: first.code,
    findings: [first, ...findings.slice(1)],
  };
}

function severityOf(test: TestVerdict, verdict: Verdict, first: Finding): Problem['severity'] {
  if (first.code === 'grader-fault' || first.code === 'expectation-failed-to-run') return 'fault';
  if (test.outcome === 'not-run') return verdict.outcome === 'errored' ? 'error' : 'skipped';
  const isOver = test.ended.kind === 'returned' || test.ended.kind === 'threw';
  return isOver && first.code !== 'threw' ? 'failure' : 'error';
}

/** The finding that makes the whole verdict ours, where the grader failed. */
export function faultOf(verdict: Verdict): Finding | null {
  if (verdict.outcome !== 'grader-fault') return null;
  const all = [...verdict.findings, ...verdict.tests.flatMap(({ findings }) => findings)];
  return all.find(({ code }) => code === 'expectation-failed-to-run') ?? all[0] ?? FAULT;
}

/** All findings, one or more lines each. */
export function textOf(findings: Finding[]): string {
  return findings.flatMap(findingLines).join('\n');
}

/** The line of the student's file to look at: of the first finding that knows one. */
export function placeOf(problem: Problem | null): SourcePosition | undefined {
  return problem?.findings.find(({ at }) => at !== undefined)?.at;
}

/** The first finding on one line. */
export function headlineOf({ findings }: Problem): string {
  const [line = ''] = findings.flatMap(findingLines);
  return line.replaceAll(/\s*\n\s*/g, ' ');
}

/** What the code printed in one test, by stream. `console.error` and `console.warn` go to stderr, as in Node. */
export function printedBy(recording: Recording | undefined): { stdout: string[]; stderr: string[] } {
  const lines = recording?.timeline.marks.filter(({ kind }) => kind === 'console') ?? [];
  const isError = ({ level }: { level?: string }): boolean => level === 'error' || level === 'warn';
  return {
    stdout: lines.filter((line) => !isError(line)).map(({ text }) => text),
    stderr: lines.filter(isError).map(({ text }) => text),
  };
}

export function recordingOf(recordings: Recording[], { name }: TestVerdict): Recording | undefined {
  return recordings.find(({ test }) => test === name);
}
