// `interleave grade <exercise> <file>`: one submission through the same grader as the site's, without web or database.
import { styleText } from 'node:util';
import { makeGrader, type ExerciseBundle, type Grader } from '#grader/index.ts';
import { sentence } from '#grader/recording/sentences.ts';
import type { Finding, GradeResult, Recording, TestVerdict, Verdict } from '#grader/recording/types.ts';
import { ExitCode } from './exit-codes.ts';
import { findExercise, ownExercises } from './find-exercise.ts';
import { readSeed, readSubmission } from './read-submission.ts';

export type GradeOptions = { json?: boolean; seed: string; exercises?: string };

const exitCodes = {
  passed: ExitCode.Passed,
  failed: ExitCode.Failed,
  errored: ExitCode.Errored,
  'grader-fault': ExitCode.Usage,
} as const satisfies { [outcome in Verdict['outcome']]: number };

export async function grade(id: string, file: string, options: GradeOptions): Promise<number> {
  const seed = readSeed(options.seed);
  const files = readSubmission(file);
  const grader = makeGrader();
  try {
    const exercise = await findExercise(options.exercises ?? ownExercises, id, grader);
    const reference = await recordReference(grader, exercise, seed);
    const result = await grader.grade({ exercise, files, seed, tests: 'all', reference });
    process.stdout.write(
      options.json === true ? `${JSON.stringify(result, null, 2)}\n` : render(result, exercise),
    );
    return exitCodes[result.verdict.outcome];
  } finally {
    await grader.close();
  }
}

/** What the reference solution does at a seed, for the first difference. */
export async function recordReference(
  grader: Grader,
  exercise: ExerciseBundle,
  seed: number,
): Promise<Recording[]> {
  const { recordings } = await grader.grade({
    exercise,
    files: firstFile(exercise.solution),
    seed,
    tests: 'all',
  });
  return recordings;
}

/** A submission is one file; an exercise may offer it in two languages. */
export function firstFile(files: { [path: string]: string }): { [path: string]: string } {
  return Object.fromEntries(Object.entries(files).slice(0, 1));
}

function render({ verdict, recordings, usage }: GradeResult, exercise: ExerciseBundle): string {
  const lines = verdict.findings.map((finding) =>
    styleText('red', `✗ ${place(finding)}${sentence(finding)}`),
  );
  for (const test of verdict.tests) {
    lines.push(renderTest(test));
    for (const finding of test.findings) lines.push(...renderFinding(finding));
    lines.push(...renderConsole(recordings.find((recording) => recording.test === test.name)));
  }
  const passed = verdict.tests.filter((test) => test.outcome === 'passed').length;
  const open = verdict.sealed ? '' : '; open: the spec runs beside the code';
  const summary = `${exercise.title}: ${verdict.outcome}, ${passed} of ${verdict.tests.length} tests passed${open}`;
  return `${lines.join('\n')}\n\n${summary} (${usage.wallMs.toFixed(0)} ms real time, seed ${verdict.seed})\n`;
}

const marks = { passed: '✓', failed: '✗', 'not-run': '○' } as const;
const colours = { passed: 'green', failed: 'red', 'not-run': 'yellow' } as const;

function renderTest({ name, hidden, outcome, virtualMs }: TestVerdict): string {
  const time = outcome === 'not-run' ? 'not run' : `${virtualMs} ms virtual`;
  return (
    styleText(colours[outcome], `${marks[outcome]} ${name}${hidden ? ' (hidden)' : ''}`) +
    styleText('dim', `  ${time}`)
  );
}

function renderFinding(finding: Finding): string[] {
  const text = [`    ${place(finding)}${sentence(finding)}`];
  const { diff } = finding.params;
  if (typeof diff === 'string') text.push(...diff.split('\n').map((line) => `      ${line}`));
  return text;
}

function place({ at }: Finding): string {
  return at === undefined ? '' : `${at.file}:${at.line}:${at.column} `;
}

const CONSOLE_LINES = 20;

function renderConsole(recording: Recording | undefined): string[] {
  const printed = recording?.timeline.marks.filter((mark) => mark.kind === 'console') ?? [];
  const shown = printed.slice(0, CONSOLE_LINES).map((mark) => styleText('dim', `    > ${mark.text}`));
  const more = printed.length - shown.length;
  return more > 0 ? [...shown, styleText('dim', `    … and ${more} more lines`)] : shown;
}
