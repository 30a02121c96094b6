import type { Evidence, Expectations, Outcome } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

/** An outcome as a phrase that is short enough for a sentence. */
function inWords(outcome: Outcome): string {
  if ('error' in outcome) return `${outcome.error.name}: ${outcome.error.message}`;
  return `the value ${JSON.stringify(outcome.value)}`;
}

function comparePrinted({ expect, console }: Evidence, lines: string[]): void {
  const printed = console.map(({ text }) => text);
  for (const [index, line] of lines.entries())
    expect(printed[index], `line ${index + 1} that is printed`).toBe(line);
  expect(printed.length, 'number of printed lines').toBe(lines.length);
}

export default {
  'the line tells how long the task took': (evidence) => {
    const { expect } = evidence;
    comparePrinted(evidence, ['load #1: 200ms', 'load #2: 150ms']);
    expect(evidence.result).toEqual(['page 1', 'page 2']);
    expect(evidence).toTakeExactly(350);
  },

  'a task that fails is timed too': (evidence) => {
    const { expect } = evidence;
    const { first, second } = evidence.result;
    expect(inWords(first), 'what comes out of the first run').toBe('Error: Page is gone');
    comparePrinted(evidence, ['load #1: 120ms', 'load #2: 200ms']);
    expect(second, 'what comes out of the second run').toBe('page 1');
    expect(evidence).toTakeExactly(320);
  },

  'two runs at once are timed each for itself': (evidence) => {
    const { expect } = evidence;
    comparePrinted(evidence, ['load #2: 100ms', 'load #1: 300ms']);
    expect(evidence.result).toEqual(['page 1', 'page 2']);
    expect(evidence).toStartAt('fetchPage', [0, 50]);
    expect(evidence).toTakeExactly(300);
  },

  'each label has its own numbers': (evidence) => {
    const { one, other, latenciesMs } = evidence.result;
    const names = [`${one} #1`, `${other} #1`, `${one} #2`];
    comparePrinted(
      evidence,
      names.map((name, index) => `${name}: ${latenciesMs[index]}ms`),
    );
  },

  'a task that throws at once': (evidence) => {
    const { expect } = evidence;
    const { message, outcome } = evidence.result;
    expect(inWords(outcome), 'what comes out').toBe(`RangeError: ${message}`);
    comparePrinted(evidence, ['parse #1: 0ms']);
  },

  'any number of runs, some of which fail': (evidence) => {
    const { expect } = evidence;
    const { runs, ended } = evidence.result;
    const lines = runs.map(({ ms }, index) => ({ ms, text: `job #${index + 1}: ${ms}ms` }));
    comparePrinted(
      evidence,
      lines.toSorted((one, other) => one.ms - other.ms).map(({ text }) => text),
    );
    expect(ended, 'what comes out').toEqual(runs.map(({ fails }) => (fails ? 'No luck' : 'done')));
    expect(evidence).toTakeExactly(150);
  },
} satisfies Expectations<typeof scenarios>;
