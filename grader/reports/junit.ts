// A verdict as JUnit XML: one suite, the exercise; one case for each test. Fields as testmoapp/junitxml lists them.
import type { GradeResult, SourcePosition, TestVerdict, Verdict } from '../recording/types.ts';
import { headlineOf, placeOf, printedBy, problemOf, recordingOf, textOf, type Problem } from './problem.ts';
import type { Timing } from './timing.ts';
import { element, printXml, type Element } from './xml.ts';

/** `time` is real seconds, as readers of this format expect; virtual ms are properties. */
export function toJunit(result: GradeResult, timing: Timing): string {
  const { verdict, usage } = result;
  const counts = { ...count(verdict), time: seconds(usage.wallMs) };
  const cases = verdict.tests.map((test) => toCase(test, result, timing));
  const { id } = verdict.exercise;
  const suite = element(
    'testsuite',
    { name: id, ...counts, timestamp: timing.startedAt.toISOString().slice(0, 19) },
    toProperties(describe(verdict)),
    ...cases,
  );
  return printXml(element('testsuites', { name: 'interleave', ...counts }, suite));
}

function describe({ outcome, sealed, exercise, engineVersion, seed }: Verdict): { [name: string]: string } {
  return {
    outcome,
    sealed: String(sealed),
    contentHash: exercise.contentHash,
    engineVersion,
    seed: String(seed),
  };
}

function count(verdict: Verdict): { tests: number; failures: number; errors: number; skipped: number } {
  const severities = verdict.tests.map((test) => problemOf(test, verdict)?.severity);
  const countOf = (...wanted: Problem['severity'][]): number =>
    severities.filter((severity) => severity !== undefined && wanted.includes(severity)).length;
  return {
    tests: verdict.tests.length,
    failures: countOf('failure'),
    errors: countOf('error', 'fault'),
    skipped: countOf('skipped'),
  };
}

function toCase(test: TestVerdict, { verdict, recordings }: GradeResult, timing: Timing): Element {
  const problem = problemOf(test, verdict);
  const printed = printedBy(recordingOf(recordings, test));
  return element(
    'testcase',
    {
      name: test.name,
      classname: verdict.exercise.id,
      time: seconds(timing.testWallMs.get(test.name) ?? 0),
      ...place(placeOf(problem)),
    },
    toProperties({ virtualMs: String(test.virtualMs), hidden: String(test.hidden), ended: endOf(test) }),
    problem === null ? null : toProblem(problem),
    toOutput('system-out', printed.stdout),
    toOutput('system-err', printed.stderr),
  );
}

function endOf({ outcome, ended }: TestVerdict): string {
  if (outcome === 'not-run') return outcome;
  return ended.kind === 'limit' ? `limit-${ended.limit}` : ended.kind;
}

/** The line of the student's file, since that is the one to look at. */
function place(at: SourcePosition | undefined): { file?: string; line?: number } {
  return at === undefined ? {} : { file: at.file, line: at.line };
}

function toProblem(problem: Problem): Element {
  const message = headlineOf(problem);
  if (problem.severity === 'skipped') return element('skipped', { message });
  const name = problem.severity === 'failure' ? 'failure' : 'error';
  return element(name, { message, type: problem.code }, textOf(problem.findings));
}

function toProperties(properties: { [name: string]: string }): Element {
  const each = Object.entries(properties).map(([name, value]) => element('property', { name, value }));
  return element('properties', {}, ...each);
}

function toOutput(name: string, lines: string[]): Element | null {
  return lines.length === 0 ? null : element(name, {}, lines.join('\n'));
}

function seconds(wallMs: number): string {
  return (wallMs / 1000).toFixed(3);
}
