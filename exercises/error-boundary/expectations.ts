import type { Evidence, Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

type End = { ended: string; isSame: boolean; atMs: number };

/** The parts that reported, in order. */
function reportedBy(evidence: Evidence): string {
  return evidence
    .calls('report')
    .map(({ args }) => String(args[0]))
    .join(', ');
}

function compareFailure({ expect }: Evidence, end: End, ended: string, atMs: number): void {
  expect(end.ended, 'what comes out').toBe(ended);
  expect(end.isSame, 'it is the very error of the task').toBe(true);
  expect(end.atMs, 'virtual ms at which it comes out').toBe(atMs);
}

export default {
  'a value passes through': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual({ receipt: 12 });
    expect(reportedBy(evidence), 'who reports').toBe('');
    expect(evidence).toTakeExactly(150);
    expect(evidence).toHaveCalledTimes('charge', 1);
  },

  'a failure is reported, and fails on': (evidence) => {
    const { expect } = evidence;
    compareFailure(evidence, evidence.result, 'Error: Card is refused', 150);
    expect(reportedBy(evidence), 'who reports').toBe('pay');
    expect(evidence).toHaveCalled('report', 'pay', expect.objectContaining({ message: 'Card is refused' }));
    expect(evidence).toStartAt('report', 150);
    expect(evidence).toHaveCalledTimes('charge', 1);
  },

  'an error that passes two guards is reported once': (evidence) => {
    const { expect } = evidence;
    compareFailure(evidence, evidence.result, 'Error: Card is refused', 150);
    expect(reportedBy(evidence), 'who reports').toBe('pay');
  },

  'a report that fails disturbs nobody': (evidence) => {
    const { expect } = evidence;
    compareFailure(evidence, evidence.result, 'Error: Card is refused', 150);
    expect(reportedBy(evidence), 'who reports').toBe('pay');
  },

  'a task that throws at once': (evidence) => {
    const { expect } = evidence;
    const { part, message, end } = evidence.result;
    compareFailure(evidence, end, `RangeError: ${message}`, 0);
    expect(reportedBy(evidence), 'who reports').toBe(part);
    expect(evidence).toHaveCalled('report', part, expect.objectContaining({ message }));
  },

  'equal messages are still two errors': (evidence) => {
    const { expect } = evidence;
    const { first, second } = evidence.result;
    expect(reportedBy(evidence), 'who reports').toBe(`${first}, ${second}`);
    expect(evidence).toStartAt('report', [40, 80]);
  },

  'any depth of guards, and a task that goes on after a failure': (evidence) => {
    const { expect } = evidence;
    const { value, end } = evidence.result;
    expect(end.ended, 'what comes out').toBe(`the value ${value}`);
    expect(reportedBy(evidence), 'who reports').toBe('card');
  },
} satisfies Expectations<typeof scenarios>;
