import type { Evidence, Expectations, Outcome } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

/** An outcome as a phrase that is short enough for a sentence. */
function inWords(outcome: Outcome): string {
  if ('error' in outcome) return `${outcome.error.name}: ${outcome.error.message}`;
  return `the value ${JSON.stringify(outcome.value)}`;
}

function printed(evidence: Evidence): string[] {
  return evidence.console.map(({ text }) => text);
}

export default {
  'lock, work, unlock': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toStartInOrder(['lock()', 'saw()', 'unlock()']);
    expect(evidence).toRunOneAfterAnother();
    expect(evidence.result).toBe('two boards');
    expect(evidence).toTakeExactly(250);
    expect(printed(evidence), 'what is printed').toEqual([]);
  },

  'the error of the task comes out': (evidence) => {
    const { expect } = evidence;
    expect(inWords(evidence.result), 'what comes out').toBe('Error: Blade is broken');
    expect(evidence).toStartInOrder(['lock()', 'saw()', 'unlock()']);
    expect(evidence).toTakeExactly(250);
    expect(printed(evidence), 'what is printed').toEqual([]);
  },

  'a lock that fails leaves nothing to unlock': (evidence) => {
    const { expect } = evidence;
    expect(inWords(evidence.result), 'what comes out').toBe('Error: Lock is stuck');
    expect(evidence.calls('unlock').length, 'calls of unlock without a lock').toBe(0);
    expect(evidence.calls('saw').length, 'calls of the task without a lock').toBe(0);
    expect(evidence).toTakeExactly(20);
  },

  'an unlock that fails takes nothing away': (evidence) => {
    const { expect } = evidence;
    expect(inWords(evidence.result), 'what comes out').toBe('the value "two boards"');
    expect(printed(evidence), 'what is printed').toEqual(['Cannot unlock: Key is stuck']);
    expect(evidence).toTakeExactly(250);
  },

  'a task that throws at once': (evidence) => {
    const { expect } = evidence;
    const { bothMs, outcome } = evidence.result;
    expect(inWords(outcome), 'what comes out').toBe('RangeError: Board is too long');
    expect(evidence).toHaveCalledTimes('unlock', 1);
    expect(evidence).toTakeExactly(bothMs);
  },

  'both the task and the unlock fail': (evidence) => {
    const { expect } = evidence;
    const { ofTask, ofUnlock, outcome } = evidence.result;
    expect(inWords(outcome), 'what comes out').toBe(`Error: ${ofTask}`);
    expect(printed(evidence), 'what is printed').toEqual([`Cannot unlock: ${ofUnlock}`]);
  },

  'any value comes out, an empty one too': (evidence) => {
    const { expect } = evidence;
    const { values, given } = evidence.result;
    expect(given).toEqual(values);
    expect(evidence).toRunOneAfterAnother();
  },
} satisfies Expectations<typeof scenarios>;
