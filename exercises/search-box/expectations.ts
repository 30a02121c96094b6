import type { Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

type Shown = { atMs: number; view: { text: string; found?: string[]; error?: string } };

/** What was on the page, one line for each view: `at 120 ms "tea": all about tea`. */
function inWords(shown: Shown[]): string {
  if (shown.length === 0) return 'nothing at all';
  return shown.map(({ atMs, view }) => `at ${atMs} ms ${viewInWords(view)}`).join('; ');
}

function viewInWords({ text, found, error }: Shown['view']): string {
  const list = found?.length === 0 ? 'nothing' : found?.join(', ');
  return `"${text}": ${list ?? `error, ${error}`}`;
}

export default {
  'one question, one answer': (evidence) => {
    const { expect } = evidence;
    const { told, shown } = evidence.result;
    expect(inWords(shown), 'what was shown').toBe('at 120 ms "tea": all about tea');
    expect(told, 'what type("tea") fulfils with').toBe(undefined);
    expect(evidence).toTakeExactly(120);
  },

  'each text is searched for at once': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toStartAt('search', [0, 50]);
    expect(inWords(evidence.result), 'what was shown').toBe('at 150 ms "tea": all about tea');
    expect(evidence).toTakeExactly(300);
  },

  'the list always fits the box, whoever answers first': (evidence) => {
    const { expect } = evidence;
    const view = evidence.result;
    expect(view && viewInWords(view), 'what is shown in the end').toBe('"tea": all about tea');
  },

  'an error is shown, not thrown': (evidence) => {
    const { expect } = evidence;
    const { told, shown } = evidence.result;
    expect(inWords(shown), 'what was shown').toBe(
      'at 80 ms "tea": error, Server is down; at 160 ms "teak": all about teak',
    );
    expect(told, 'outcome of type("tea")').toEqual({ value: undefined });
  },

  'an old answer is not shown, even if the new one is still under way': (evidence) => {
    const { expect } = evidence;
    const { word, shownAtMs, shown } = evidence.result;
    expect(inWords(shown), 'what was shown').toBe(`at ${shownAtMs} ms "${word}": all about ${word}`);
  },

  'an old error is not shown either': (evidence) => {
    const { expect } = evidence;
    const { word, shown } = evidence.result;
    expect(inWords(shown), 'what was shown').toBe(`at 100 ms "${word}": all about ${word}`);
  },

  'the same text typed again waits for its own answer': (evidence) => {
    const { expect } = evidence;
    const { word, fresh, shown } = evidence.result;
    expect(inWords(shown), 'what was shown').toBe(`at 300 ms "${word}": ${fresh}`);
  },

  'an emptied box stays empty': (evidence) => {
    const { expect } = evidence;
    const { shown } = evidence.result;
    expect(inWords(shown), 'what was shown').toBe('at 40 ms "": nothing');
    expect(evidence).toHaveCalledTimes('search', 1);
  },

  'two boxes do not disturb each other': (evidence) => {
    const { expect } = evidence;
    const { one, other, left, right } = evidence.result;
    expect(inWords(left), 'what the left page showed').toBe(`at 150 ms "${one}": all about ${one}`);
    expect(inWords(right), 'what the right page showed').toBe(`at 80 ms "${other}": all about ${other}`);
  },
} satisfies Expectations<typeof scenarios>;
