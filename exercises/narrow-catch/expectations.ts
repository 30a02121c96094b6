import type { Evidence, Expectations, Outcome } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

const DEFAULTS = { theme: 'light', size: 12 };

/** An outcome as a phrase that is short enough for a sentence. */
function inWords(outcome: Outcome): string {
  if ('error' in outcome) return `${outcome.error.name}: ${outcome.error.message}`;
  const text = JSON.stringify(outcome.value);
  return text === JSON.stringify(DEFAULTS) ? 'the defaults' : text;
}

function comparePassedOn(
  { expect }: Evidence,
  end: { isSame: boolean; ended: Outcome },
  message: string,
): void {
  expect(inWords(end.ended), 'what loadSettings ends with').toBe(`Error: ${message}`);
  expect(end.isSame, 'it is the very same error').toBe(true);
}

function withoutUpgrade(evidence: Evidence): void {
  evidence.expect(evidence.calls('upgrade').length, 'calls of upgrade').toBe(0);
}

export default {
  'settings from the file': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual({ theme: 'dark', size: 14 });
    expect(evidence).toStartInOrder(['readFile()', 'upgrade({ theme: "dark" })']);
    expect(evidence).toTakeExactly(100);
  },

  'without a file, the defaults': (evidence) => {
    const { expect } = evidence;
    expect(inWords(evidence.result), 'what loadSettings ends with').toBe('the defaults');
    withoutUpgrade(evidence);
    expect(evidence).toTakeExactly(40);
  },

  'a disk that is down is not a missing file': (evidence) => {
    comparePassedOn(evidence, evidence.result, 'EIO: the disk is down');
    withoutUpgrade(evidence);
  },

  'a file that is no JSON is a fault': (evidence) => {
    const { expect } = evidence;
    expect(inWords(evidence.result), 'what loadSettings ends with').toContain('SyntaxError: ');
    withoutUpgrade(evidence);
  },

  'a file that the upgrade misses is not this one': (evidence) => {
    const { expect } = evidence;
    const { isSame, ended } = evidence.result;
    expect(inWords(ended), 'what loadSettings ends with').toContain('Error: ENOENT: no such file');
    expect(isSame, 'it is the very same error').toBe(true);
    expect(evidence).toHaveCalledTimes('readFile', 1);
  },

  'it is the code that counts': (evidence) => {
    const { expect } = evidence;
    const { first, second } = evidence.result;
    expect(inWords(first), 'what it ends with when the code is ENOENT').toBe('the defaults');
    expect(inWords(second.ended), 'what it ends with when only the message has ENOENT').toContain(
      'Error: Not ENOENT',
    );
    expect(second.isSame, 'it is the very same error').toBe(true);
    expect(evidence).toStartAt('readFile', [0, 30]);
  },

  'any settings are read, upgraded, and given': (evidence) => {
    const { expect } = evidence;
    const { stored, upgraded, settings } = evidence.result;
    expect(settings).toEqual(upgraded);
    expect(evidence).toHaveCalled('upgrade', stored);
    expect(evidence).toTakeExactly(80);
  },
} satisfies Expectations<typeof scenarios>;
