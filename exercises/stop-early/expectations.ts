import type { Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

export default {
  'the lines come in order, and the file is closed': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual(['First', '', 'Last']);
    expect(evidence).toHaveCalledTimes('close', 1);
    expect(evidence).toStartAt('close', 130);
    expect(evidence).toTakeExactly(160);
  },

  'a loop that is left by break closes the file': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toHaveCalledTimes('readLine', 1);
    expect(evidence).toHaveCalledTimes('close', 1);
    expect(evidence).toTakeExactly(100);
    expect(evidence.result).toBeUndefined();
  },

  'take gives the first values and closes the source': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual(['a', 'b']);
    expect(evidence).toHaveCalledTimes('source.next', 2);
    expect(evidence).toHaveCalled('source.return');
    expect(evidence).toTakeExactly(20);
  },

  'the first lines of a file are taken, and it is closed': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual(['First', 'Second']);
    expect(evidence).toHaveCalledTimes('readLine', 2);
    expect(evidence).toHaveCalledTimes('close', 1);
    expect(evidence).toTakeExactly(120);
  },

  'nothing is opened before a line is asked for': (evidence) => {
    const { expect } = evidence;
    const { waitMs } = evidence.result;
    expect(evidence).toStartAt('openFile', waitMs);
    expect(evidence).toStartAt('readLine', [waitMs + 50, waitMs + 370]);
    expect(evidence).toTakeExactly(waitMs + 420);
  },

  'an empty file gives no line, and is closed': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual([]);
    expect(evidence).toHaveCalledTimes('close', 1);
    expect(evidence).toTakeExactly(100);
  },

  'an error in the body of the loop closes the file': (evidence) => {
    const { expect } = evidence;
    const { line, wrong, outcome } = evidence.result;
    expect(outcome, 'what became of the loop').toEqual({
      error: { name: 'Error', message: `Cannot print ${line}` },
    });
    expect(evidence).toHaveCalledTimes('readLine', wrong + 1);
    expect(evidence).toHaveCalledTimes('close', 1);
    expect(evidence).toTakeExactly(50 + 20 * (wrong + 1) + 30);
  },

  'a line that cannot be read closes the file and fails the loop': (evidence) => {
    const { expect } = evidence;
    const { unreadable, outcome } = evidence.result;
    expect(outcome, 'what became of the loop').toEqual({
      error: { name: 'Error', message: 'Disk is broken' },
    });
    expect(evidence).toHaveCalledTimes('close', 1);
    expect(evidence).toTakeExactly(50 + 20 * (unreadable + 1) + 30);
  },

  'a file that cannot be opened is not closed': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual({ error: { name: 'Error', message: 'No such file' } });
    expect(evidence).toTakeExactly(50);
  },

  'a short source ends take, and a count of 0 asks for nothing': (evidence) => {
    const { expect } = evidence;
    const { fromShort, fromUnasked } = evidence.result;
    expect(fromShort, 'values of a source of two').toBe(2);
    expect(fromUnasked, 'values with a count of 0').toBe(0);
    expect(
      evidence.calls('unasked.next').map(({ name }) => name),
      'calls with a count of 0',
    ).toEqual([]);
    expect(evidence).toTakeExactly(20);
  },

  'leaving take early closes the source': (evidence) => {
    const { expect } = evidence;
    const { leaveAt, values } = evidence.result;
    expect(values, 'the values').toEqual(['a', 'b', 'c'].slice(0, leaveAt));
    expect(evidence).toHaveCalledTimes('source.next', leaveAt);
    expect(evidence).toHaveCalled('source.return');
    expect(evidence).toTakeExactly(10 * leaveAt);
  },

  'a source that fails makes take fail': (evidence) => {
    const { expect } = evidence;
    const { values, outcome } = evidence.result;
    expect(values, 'the values before that').toEqual(['a']);
    expect(outcome, 'what became of the loop').toEqual({
      error: { name: 'Error', message: 'Disk is broken' },
    });
    expect(evidence).toTakeExactly(20);
  },
} satisfies Expectations<typeof scenarios>;
