// A verdict for people: a line for each test, below it why it failed and what it printed.
import { styleText } from 'node:util';
import type { ExerciseBundle } from '#grader/index.ts';
import { findingLines } from '#grader/recording/finding-text.ts';
import type { GradeResult, Recording, TestVerdict } from '#grader/recording/types.ts';

/** As `styleText`, or without any colour. */
export type Style = (colour: 'red' | 'green' | 'yellow' | 'dim', text: string) => string;

export const coloured: Style = (colour, text) => styleText(colour, text);
export const plain: Style = (_, text) => text;

export function renderText(
  { verdict, recordings, usage }: GradeResult,
  { title }: Pick<ExerciseBundle, 'title'>,
  style: Style,
): string {
  const lines = verdict.findings.flatMap((finding) => {
    const [first = '', ...rest] = findingLines(finding);
    return [style('red', `✗ ${first}`), ...rest.map((line) => `  ${line}`)];
  });
  for (const test of verdict.tests) {
    lines.push(renderTest(test, style));
    lines.push(...test.findings.flatMap(findingLines).map((line) => `    ${line}`));
    lines.push(...renderReplay(test, verdict.seed, style));
    lines.push(
      ...renderConsole(
        recordings.find((recording) => recording.test === test.name),
        style,
      ),
    );
  }
  const passed = verdict.tests.filter((test) => test.outcome === 'passed').length;
  const open = verdict.sealed ? '' : ', open (judged beside the code)';
  const summary = `${title}: ${verdict.outcome}, ${passed} of ${verdict.tests.length} tests passed${open}`;
  return `${lines.join('\n')}\n\n${summary} (${usage.wallMs.toFixed(0)} ms real time, seed ${verdict.seed})\n`;
}

const marks = { passed: '✓', failed: '✗', 'not-run': '○' } as const;
const colours = { passed: 'green', failed: 'red', 'not-run': 'yellow' } as const;

function renderTest({ name, hidden, outcome, virtualMs }: TestVerdict, style: Style): string {
  const time = outcome === 'not-run' ? 'not run' : `${virtualMs} ms virtual`;
  return (
    style(colours[outcome], `${marks[outcome]} ${name}${hidden ? ' (hidden)' : ''}`) +
    style('dim', `  ${time}`)
  );
}

/** How to see the schedule that broke the code again. */
function renderReplay({ findings }: TestVerdict, seed: number, style: Style): string[] {
  const latencies = findings.find(({ code }) => code === 'schedule')?.params['latencies'];
  if (!Array.isArray(latencies)) return [];
  return [
    style(
      'dim',
      `    replay it: ${seed === 1 ? '' : `--seed ${seed} `}--schedule ${latencies.map(Number).join(',')}`,
    ),
  ];
}

const CONSOLE_LINES = 20;

function renderConsole(recording: Recording | undefined, style: Style): string[] {
  const printed = recording?.timeline.marks.filter((mark) => mark.kind === 'console') ?? [];
  const shown = printed.slice(0, CONSOLE_LINES).map((mark) => style('dim', `    > ${mark.text}`));
  const more = printed.length - shown.length;
  return more > 0 ? [...shown, style('dim', `    … and ${more} more lines`)] : shown;
}
