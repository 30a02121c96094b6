// What an attempt came to, in words.
import type { AttemptView, TestView } from '#app/_grading/views.ts';
import { sentence } from '#grader/recording/sentences.ts';
import type { Ended, Finding } from '#grader/recording/types.ts';

export type Summary = {
  tone: 'pass' | 'fail' | 'warn';
  /** `2 of 5 tests failed`. */
  headline: string;
  passed: number;
  total: number;
};

/** The word and number that stand above the tests, and that are announced once. */
export function summarize(attempt: AttemptView): Summary {
  const tests = attempt.verdict?.tests ?? [];
  const total = tests.length;
  const passed = tests.filter((test) => test.outcome === 'passed').length;
  const counts = { passed, total };
  if (attempt.state === 'FAULT' || attempt.verdict === null || attempt.verdict.outcome === 'grader-fault') {
    return { tone: 'warn', headline: 'The grader failed. This is our fault; it does not count.', ...counts };
  }
  if (attempt.verdict.outcome === 'errored')
    return { tone: 'fail', headline: 'No test could start', ...counts };
  return attempt.verdict.outcome === 'passed'
    ? { tone: 'pass', headline: `All ${total} tests passed`, ...counts }
    : { tone: 'fail', headline: `${total - passed} of ${total} tests failed`, ...counts };
}

const endings: { [kind in Exclude<Ended['kind'], 'limit'>]: string | null } = {
  returned: null,
  threw: 'threw an error',
  'never-settled': 'never settled',
  'unhandled-rejection': 'unhandled rejection',
  'syntax-error': 'syntax error',
  'load-error': 'failed to load',
};

const limits: { [limit in Extract<Ended, { kind: 'limit' }>['limit']]: string } = {
  resources: 'stopped: time or memory limit',
  'virtual-time': 'stopped: virtual time limit',
  timers: 'stopped: timer limit',
  output: 'stopped: output limit',
};

/** How the run of a test ended, where that is worth a word: `null` for one that returned. */
export function endedWord(ended: Ended): string | null {
  return ended.kind === 'limit' ? limits[ended.limit] : endings[ended.kind];
}

export type FaultyLine = { line: number; column: number; message: string };

/** The lines at fault of one file, one sentence each: the first finding with a place, of the whole and of each test. */
export function faultyLines(attempt: AttemptView, path: string): FaultyLine[] {
  const { findings = [], tests = [] } = attempt.verdict ?? {};
  const all = [findings, ...tests.filter(isFailed).map((test) => test.findings)];
  const lines = new Map<number, FaultyLine>();
  for (const group of all) {
    const at = group.find((finding) => finding.at?.file === path)?.at;
    const [first] = group.filter((finding) => finding.at?.file === path);
    if (at !== undefined && first !== undefined && !lines.has(at.line)) {
      lines.set(at.line, { line: at.line, column: at.column, message: sentence(first) });
    }
  }
  return [...lines.values()].toSorted((one, other) => one.line - other.line);
}

function isFailed(test: TestView): boolean {
  return test.outcome === 'failed';
}

export type DiffLine = { sign: '-' | '+' | ' '; text: string };

/** Expected against received, as signed lines; `null` where a finding has nothing to compare. */
export function diffOf({ params }: Finding): DiffLine[] | null {
  const { diff, expected, received, expectedMs, actualMs, call } = params;
  if (typeof diff === 'string') return withoutHeader(diff.split('\n').map(toDiffLine));
  if (typeof expectedMs === 'number' && typeof actualMs === 'number') {
    const what = typeof call === 'string' ? `${call} at ` : '';
    return [
      { sign: '-', text: `${what}${expectedMs} ms` },
      { sign: '+', text: `${what}${actualMs} ms` },
    ];
  }
  if (typeof expected === 'string' && typeof received === 'string') {
    return [...signed('-', expected), ...signed('+', received)];
  }
  return null;
}

/** Of two short texts Vitest tells no difference line by line, but each with its name before it. */
const NAMED = /^(Expected|Received):\s+/;

function toDiffLine(line: string): DiffLine {
  const named = NAMED.exec(line);
  if (named !== null) return { sign: named[1] === 'Expected' ? '-' : '+', text: line.slice(named[0].length) };
  const sign = line.startsWith('-') ? '-' : line.startsWith('+') ? '+' : ' ';
  return { sign, text: line.slice(2) };
}

/** Vitest's diff begins with its own legend, which the page shows in any case. */
function withoutHeader(lines: DiffLine[]): DiffLine[] {
  const body = lines.filter(({ text }, index) => index > 1 || (text !== 'Expected' && text !== 'Received'));
  while (body[0]?.text.trim() === '') body.shift();
  return body;
}

function signed(sign: '-' | '+', text: string): DiffLine[] {
  return text.split('\n').map((line) => ({ sign, text: line }));
}
