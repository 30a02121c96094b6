import { describe, expect, test } from 'vitest';
import { stateAt } from '#grader/recording/steps.ts';
import type { Step, StepTrace } from '#grader/recording/types.ts';
import { whyNow } from '#grader/recording/why-now.ts';

const line = (number: number) => ({ at: { file: 'solution.js', line: number, column: 1 } });
const step = (kind: Step['kind'], fields: Partial<Step> = {}): Step => ({ kind, virtualMs: 0, ...fields });

/** `load` sets a timer, awaits it, is resumed, prints. */
const trace: StepTrace = {
  steps: [
    step('call', { frame: 1, name: 'module', ...line(1) }),
    step('call', { frame: 2, name: 'load', ...line(1) }),
    step('queue-task', { task: 0, text: 'setTimeout', dueMs: 10, ...line(2) }),
    step('suspend', { frame: 2, microtask: 0, ...line(3) }),
    step('return', { frame: 1, ...line(1) }),
    step('run-task', { task: 0, virtualMs: 10, ...line(2) }),
    step('resume', { frame: 2, microtask: 0, virtualMs: 10, ...line(3) }),
    step('console', { text: 'here', level: 'log', virtualMs: 10, ...line(4) }),
    step('return', { frame: 2, virtualMs: 10, ...line(1) }),
  ],
  microtasks: [{ kind: 'resume', name: 'await', frame: 2, queuedAt: 5, ranAt: 6, ...line(3) }],
};

describe('the state', () => {
  test('of each step: stack, queue, tasks, console', () => {
    const states = trace.steps.map((_, index) => {
      const { stack, microtasks, tasks, console } = stateAt(trace, index);
      return [stack.map(({ name }) => name).join('>'), microtasks.length, tasks.length, console.length];
    });
    expect(states).toEqual([
      ['module', 0, 0, 0],
      ['module>load', 0, 0, 0],
      ['module>load', 0, 1, 0],
      ['module', 0, 1, 0],
      ['', 0, 1, 0],
      ['', 1, 0, 0],
      ['load', 0, 0, 0],
      ['load', 0, 0, 1],
      ['', 0, 0, 1],
    ]);
  });

  test('knows the line that runs and the time', () => {
    expect(stateAt(trace, 2)).toMatchObject({ virtualMs: 0, at: { line: 2 } });
    expect(stateAt(trace, 7)).toMatchObject({ virtualMs: 10, at: { line: 4 } });
    expect(stateAt(trace, 5)).not.toHaveProperty('at');
  });

  test('is the same whether one comes from before or from behind', () => {
    const forward = trace.steps.map((_, index) => stateAt(trace, index));
    const backward = trace.steps.map((_, index) => stateAt(trace, trace.steps.length - 1 - index));
    expect(backward.toReversed()).toEqual(forward);
  });

  test('before the first step there is nothing', () => {
    expect(stateAt(trace, -1)).toEqual({ virtualMs: 0, stack: [], microtasks: [], tasks: [], console: [] });
  });
});

test('the sentences of one small run', () => {
  expect(trace.steps.map((_, index) => whyNow(trace, index))).toEqual([
    'The module runs from top to bottom.',
    'load is called by the code below it and runs at once, on top of the call stack.',
    'setTimeout on line 2 is due at 10 ms; the code does not wait for it here.',
    'The await on line 3 takes load off the call stack until the promise has settled; whoever called it goes on.',
    'The module is done and leaves the call stack.',
    'Nothing is left to run at 0 ms, so the clock goes on to 10 ms: setTimeout on line 2 is due.',
    'The call stack is empty, so the waiting microtask runs before any timer: load goes on after the await on line 3.',
    'The code that runs prints on line 4.',
    'load is done and leaves the call stack.',
  ]);
  expect(whyNow(trace, 99)).toBe('The run is over.');
});
