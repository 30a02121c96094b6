import type { Evidence, Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

const steps = ['insert', 'check', 'format', 'draw', 'save'];

const linesOf = (evidence: Evidence): string[] => evidence.console.map(({ text }) => text);

/** When the step was taken for the first time: `draw at 0 ms`. */
function momentOf(evidence: Evidence, step: string): string {
  const line = evidence.console.find(({ text }) => text.startsWith(step));
  return line === undefined ? `no ${step}` : `${step} at ${line.virtualMs} ms`;
}

export default {
  'one key: insert at once, all else later': (evidence) => {
    const { expect } = evidence;
    expect(linesOf(evidence)[0], 'the first line').toBe('insert a');
    expect(linesOf(evidence)[1], 'the second line').toBe('handleKey has returned');
    expect(evidence).toPrint([
      'insert a',
      'handleKey has returned',
      'check a',
      'format a',
      'draw a',
      'save a',
    ]);
  },

  'two keys at once take their steps side by side': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toPrint(steps.flatMap((step) => [`${step} a`, `${step} b`]));
  },

  'check comes before the promise callbacks that wait, format after them': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toPrint(['insert a', 'check a', 'a promise callback', 'format a', 'draw a', 'save a']);
  },

  'draw comes in the same millisecond, save in the next': (evidence) => {
    const { expect } = evidence;
    expect(momentOf(evidence, 'draw'), 'when draw is taken').toBe('draw at 0 ms');
    expect(momentOf(evidence, 'save'), 'when save is taken').toBe('save at 1 ms');
    expect(evidence).toPrint(steps.map((step) => `${step} a`));
  },

  'draw waits until no promise callback is left': (evidence) => {
    const { expect } = evidence;
    const { depth } = evidence.result;
    const lines = linesOf(evidence);
    const lineBefore = lines[lines.indexOf('draw a') - 1];
    expect(lineBefore, 'the line before "draw a"').toBe(`promise callback ${depth}`);
    expect(momentOf(evidence, 'draw'), 'when draw is taken').toBe('draw at 0 ms');
  },

  'many keys, together and apart': (evidence) => {
    const { expect } = evidence;
    const { together, later } = evidence.result;
    const first = steps.flatMap((step) => together.map((key) => `${step} ${key}`));
    const [insert = '', check = '', ...rest] = steps.map((step) => `${step} ${later}`);
    expect(evidence).toPrint([...first, insert, check, 'a promise callback', ...rest]);
    expect(evidence.console.at(-1)?.virtualMs, 'virtual ms of the last save').toBe(21);
  },
} satisfies Expectations<typeof scenarios>;
