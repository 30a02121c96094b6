import type { Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

export default {
  'errors are listed in the order of the log': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual({ errors: ['No paper', 'Door stuck'], fatal: null });
    expect(evidence).toHaveCalledTimes('openLog.next', 5);
    expect(evidence).toTakeExactly(200);
  },

  'reading stops at the first fatal entry': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual({ errors: ['No paper'], fatal: 'On fire' });
    expect(evidence).toHaveCalledTimes('openLog.next', 3);
    expect(evidence).toTakeExactly(150);
  },

  'a log that you leave early is closed': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual({ errors: [], fatal: 'Out of memory' });
    expect(evidence).toTakeExactly(20);
    expect(evidence).toHaveCalled('openLog.return');
  },

  'a log without entries gives an empty report': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual({ errors: [], fatal: null });
    expect(evidence).toTakeExactly(0);
  },

  'a log that breaks off is an error': (evidence) => {
    const { expect } = evidence;
    const { cutAt, outcome } = evidence.result;
    expect(outcome, 'what became of the report').toEqual({
      error: { name: 'Error', message: 'Log was cut off' },
    });
    expect(evidence).toTakeExactly(30 * (cutAt + 1));
  },

  'any log is read up to its first fatal entry': (evidence) => {
    const { expect } = evidence;
    const { before, fatal, latenciesMs, report } = evidence.result;
    const errors = before.filter(({ level }) => level === 'error').map(({ text }) => text);
    const readMs = latenciesMs.slice(0, before.length + 1);
    expect(report, 'the report').toEqual({ errors, fatal: fatal.text });
    expect(evidence).toHaveCalledTimes('openLog.next', before.length + 1);
    expect(evidence).toHaveCalled('openLog.return');
    expect(evidence).toTakeExactly(readMs.reduce((sum, ms) => sum + ms, 0));
  },
} satisfies Expectations<typeof scenarios>;
