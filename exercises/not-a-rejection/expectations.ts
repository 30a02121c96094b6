import type { Expectations, Outcome } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

const texts: { [status: number]: string } = {
  400: 'Bad Request',
  403: 'Forbidden',
  410: 'Gone',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

function told(outcome: Outcome): string {
  if ('value' in outcome) return `fulfils with ${outcome.value === null ? 'null' : 'a value'}`;
  return `rejects with ${outcome.error.message || 'something else'}`;
}

export default {
  'a known person is loaded': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual({ id: 7, name: 'Ada' });
    expect(evidence).toHaveCalledTimes('GET https://people.test/profiles/7', 1);
    expect(evidence).toTakeExactly(120);
  },

  'an unknown person is null': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toBe(null);
    expect(evidence).toTakeExactly(80);
    expect(evidence).toHaveCalledTimes('GET https://people.test/profiles/8', 1);
  },

  'without a network, the error of fetch comes through': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toRejectWith({ name: 'TypeError', message: 'fetch failed' });
    expect(evidence).toHaveCalledTimes('GET https://people.test/profiles/7', 1);
    expect(evidence).toTakeExactly(30);
  },

  'a server in trouble is an error with its status': (evidence) => {
    const { expect } = evidence;
    const { id, ms, outcomes } = evidence.result;
    for (const { status, outcome, tookMs } of outcomes) {
      const message = `Profile ${id}: ${status} ${texts[status]}`;
      expect(told(outcome), `outcome for status ${status}`).toBe(`rejects with ${message}`);
      expect(outcome, `outcome for status ${status}`).toEqual({ error: { name: 'Error', message } });
      expect(tookMs, `virtual ms until status ${status} is told`).toBe(ms);
    }
  },

  'every status from 200 to 299 is good': (evidence) => {
    const { expect } = evidence;
    const { profile, ms, bodyMs, loaded } = evidence.result;
    expect(loaded, 'the profile').toEqual(profile);
    expect(evidence).toTakeExactly(ms + bodyMs);
  },

  'a body that is no JSON is an error': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result, 'outcome').toMatchObject({ error: { name: 'SyntaxError' } });
    expect(evidence).toTakeExactly(100);
  },
} satisfies Expectations<typeof scenarios>;
