// A verdict as TAP, version 14. https://testanything.org/tap-version-14-specification.html
import { stringify } from 'yaml';
import type { GradeResult, TestVerdict } from '../recording/types.ts';
import { sentence } from '../recording/sentences.ts';
import {
  faultOf,
  headlineOf,
  placeOf,
  printedBy,
  problemOf,
  recordingOf,
  textOf,
  type Problem,
} from './problem.ts';

/** A spec that ran beside the student's code could have been tampered with. */
const OPEN = "# open: judged beside the student's code, not sealed";

/** A grader's fault bails out: what came before it says nothing about the code. */
export function toTap(result: GradeResult): string {
  const { verdict } = result;
  const fault = faultOf(verdict);
  const lines = ['TAP version 14', `1..${verdict.tests.length}`, ...(verdict.sealed ? [] : [OPEN])];
  if (fault !== null) return [...lines, `Bail out! ${oneLine(sentence(fault))}`, ''].join('\n');
  verdict.tests.forEach((test, index) => lines.push(...toTestPoint(test, index + 1, result)));
  return [...lines, ''].join('\n');
}

function toTestPoint(test: TestVerdict, number: number, { verdict, recordings }: GradeResult): string[] {
  const problem = problemOf(test, verdict);
  const description = `${number} - ${escape(test.name)}`;
  if (problem?.severity === 'skipped') return [`ok ${description} # SKIP ${escape(headlineOf(problem))}`];
  const { stdout, stderr } = printedBy(recordingOf(recordings, test));
  const diagnostics = toYaml({
    ...(problem === null ? {} : explain(problem)),
    ...(test.outcome === 'not-run' ? {} : { virtualMs: test.virtualMs }),
    ...(test.hidden ? { hidden: true } : {}),
    ...(stdout.length === 0 ? {} : { stdout }),
    ...(stderr.length === 0 ? {} : { stderr }),
  });
  return [`${problem === null ? 'ok' : 'not ok'} ${description}`, ...diagnostics];
}

function explain(problem: Problem): object {
  const at = placeOf(problem);
  const details = textOf(problem.findings).split('\n');
  return {
    message: headlineOf(problem),
    severity: problem.severity === 'failure' ? 'fail' : 'error',
    code: problem.code,
    ...(at === undefined ? {} : { at }),
    ...(details.length > 1 ? { details } : {}),
  };
}

/** No scalar over several lines: one of them could look like the end of the block. */
const yamlStyle = {
  lineWidth: 0,
  blockQuote: false,
  doubleQuotedMinMultiLineLength: Infinity,
  defaultStringType: 'QUOTE_DOUBLE',
  defaultKeyType: 'PLAIN',
} as const;

/** What YAML does not call printable, and what its version 1.1 takes for a line break. */
const UNPRINTABLE = /[\u{7f}-\u{9f}\u{2028}\u{2029}\u{feff}\u{fffe}\u{ffff}]/gu;

function toYaml(diagnostics: object): string[] {
  const text = stringify(diagnostics, yamlStyle).trimEnd();
  // All strings are in double quotes, where these may be escaped.
  const printable = text.replaceAll(
    UNPRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return ['---', ...printable.split('\n'), '...'].map((line) => `  ${line}`);
}

/** `#` starts a directive and `\` escapes. */
function escape(text: string): string {
  return oneLine(text).replaceAll(/[\\#]/g, String.raw`\$&`);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n\u{85}\u{2028}\u{2029}]\s*/gu, ' ');
}
