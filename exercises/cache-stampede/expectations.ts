import type { Expectations, Outcome } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

/** An outcome as a phrase. */
function inWords(outcome: Outcome): string {
  if ('error' in outcome) return `rejects with ${outcome.error.name}: ${outcome.error.message}`;
  return `fulfils with ${JSON.stringify(outcome.value)}`;
}

export default {
  'a fresh value is not loaded again': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toHaveCalledTimes('load', 1);
    expect(evidence.result).toEqual(['sun', 'sun']);
    expect(evidence).toTakeExactly(200);
  },

  'a crowd at an empty cache asks once': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toHaveCalledTimes('load', 1);
    expect(evidence.result).toEqual(['sun', 'sun', 'sun']);
    expect(evidence).toTakeExactly(200);
  },

  'one load, whenever the visitors come': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toHaveCalledTimes('load', 1);
    expect(evidence.result).toEqual(['sun', 'sun', 'sun']);
  },

  'a value is kept until it is too old, and no longer': (evidence) => {
    const { expect } = evidence;
    const { first, at999Ms, at1000Ms } = evidence.result;
    expect(first, 'the first value').toBe('sun');
    expect(at999Ms, 'the value given out when it is 999 ms old, of 1000 ms').toBe('sun');
    expect(at1000Ms, 'the value given out when the first is 1000 ms old').toBe('rain');
    expect(evidence).toLeaveNothingBehind();
    expect(evidence).toStartAt('load', [0, 1200]);
    expect(evidence).toTakeExactly(1400);
  },

  'a failure is not kept': (evidence) => {
    const { expect } = evidence;
    const { first, second, third } = evidence.result;
    expect(inWords(first), 'the first get').toBe('rejects with Error: Office is closed');
    expect(inWords(second), 'the second get, meanwhile').toBe('rejects with Error: Office is closed');
    expect(inWords(third), 'the third get, after the failure').toBe('fulfils with "sun"');
    expect(evidence).toStartAt('load', [0, 200]);
  },

  'the age counts from the arrival': (evidence) => {
    const { expect } = evidence;
    const { loadMs, maxAgeMs, first, second } = evidence.result;
    expect(first, 'the first value').toBe('sun');
    expect(second, `the value given out when it is ${maxAgeMs - 1} ms old, of ${maxAgeMs} ms`).toBe('sun');
    expect(evidence).toHaveCalledTimes('load', 1);
    expect(evidence).toTakeExactly(loadMs + maxAgeMs - 1);
  },

  'a crowd at an old value asks once': (evidence) => {
    const { expect } = evidence;
    const { before, after } = evidence.result;
    expect(evidence).toHaveCalledTimes('load', 2);
    expect(before, 'the first value').toBe('sun');
    expect(after, 'the values when the first is too old').toEqual(['rain', 'rain', 'rain']);
  },

  'an old value does not stand in for a failure': (evidence) => {
    const { expect } = evidence;
    const { second, third } = evidence.result;
    expect(inWords(second), 'a get whose load fails, when the value is too old').toBe(
      'rejects with Error: Office is closed',
    );
    expect(inWords(third), 'the get after that').toBe('fulfils with "rain"');
  },

  'different keys do not wait for each other': (evidence) => {
    const { expect } = evidence;
    const { latenciesMs, keys, values } = evidence.result;
    expect(evidence).toStartTogether('load');
    expect(values).toEqual(keys.map((key) => `weather in ${key}`));
    expect(evidence).toTakeExactly(Math.max(...latenciesMs));
  },

  'an empty value is a value': (evidence) => {
    const { expect } = evidence;
    const { values, given } = evidence.result;
    expect(evidence).toHaveCalledTimes('load', 4);
    expect(given).toEqual([...values, ...values]);
  },
} satisfies Expectations<typeof scenarios>;
