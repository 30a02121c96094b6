import type { Evidence, Expectations, Outcome } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

function pictures(evidence: Evidence): unknown[] {
  return evidence.calls().map((call) => call.args[0]);
}

function sum(latenciesMs: number[]): number {
  return latenciesMs.reduce((total, ms) => total + ms, 0);
}

/** The message of what it rejected with, or a word that it did not. */
function messageOf(outcome: Outcome): string {
  return 'error' in outcome ? outcome.error.message : 'it did not reject';
}

export default {
  'each step works on what the one before has made': (evidence) => {
    const { expect } = evidence;
    const picture = evidence.result;
    expect(evidence).toRunOneAfterAnother();
    expect(pictures(evidence), 'pictures that the steps got').toEqual([
      'cat',
      'cat, cropped',
      'cat, cropped, sharp',
    ]);
    expect(evidence).toStartInOrder(['crop', 'sharpen', 'frame']);
    expect(picture).toBe('cat, cropped, sharp, framed');
    expect(evidence).toTakeExactly(350);
  },

  'a step may give its picture at once': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toBe('dog, signed, cropped, signed, framed');
    expect(evidence).toTakeExactly(150);
  },

  'a step that fails ends the pipeline': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toRejectWith('Too dark');
    expect(evidence.calls('frame').length, 'calls of frame').toBe(0);
    expect(evidence).toTakeExactly(170);
  },

  'without steps the picture stays as it is': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toBe('fox');
  },

  'an empty picture is a picture': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toBe('[]');
  },

  'any steps, at any speed': (evidence) => {
    const { expect } = evidence;
    const { times, latenciesMs, picture, isListAsBefore } = evidence.result;
    expect(evidence).toRunOneAfterAnother();
    expect(picture).toBe(['start', ...times, times[0]].join('+'));
    expect(isListAsBefore, 'the list is as before').toBe(true);
    expect(evidence).toTakeExactly(sum(latenciesMs));
  },

  'a step that throws, anywhere in the list': (evidence) => {
    const { expect } = evidence;
    const { good, outcome } = evidence.result;
    expect(messageOf(outcome), 'what it rejects with').toBe(`No room after ${good}`);
    expect(evidence).toHaveCalledTimes('crop', good);
    expect(evidence.calls('frame').length, 'calls of frame').toBe(0);
  },
} satisfies Expectations<typeof scenarios>;
