import type { Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

function named(widget: string, reason: string | null | undefined): string {
  return `${widget}: ${reason}`;
}

export default {
  'all widgets are fetched together': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toStartTogether('fetchWidget');
    expect(evidence).toHaveCalledTimes('fetchWidget', 3);
    expect(evidence.result).toEqual([{ from: 'pumps' }, { from: 'valves' }, { from: 'tanks' }]);
    expect(evidence).toTakeExactly(300);
  },

  'the first failure is told at once, with its name': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toRejectWith('pumps: No power');
    expect(evidence).toTakeExactly(100);
  },

  'the error keeps its cause': (evidence) => {
    const { expect } = evidence;
    const { message, cause } = evidence.result;
    expect(message, 'message of the error').toBe(named('valves', 'Stuck'));
    expect(cause, "message of the error's cause").toBe('Stuck');
  },

  'no widgets, no data': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual([]);
    expect(evidence).toTakeExactly(0);
  },

  'two failures among any widgets': (evidence) => {
    const { expect } = evidence;
    const { widgets, failure, failedMs } = evidence.result;
    const boiler = widgets.find(({ name }) => name === 'boiler');
    expect(failure.message, 'message of the error').toBe(named('boiler', boiler?.reason));
    expect(failure.cause, "message of the error's cause").toBe(boiler?.reason);
    expect(failedMs, 'virtual ms until it rejected').toBe(boiler?.ms);
    expect(evidence).toHaveCalledTimes('fetchWidget', widgets.length);
  },

  'any widgets that all answer': (evidence) => {
    const { expect } = evidence;
    const { widgets, names, data } = evidence.result;
    expect(evidence).toStartTogether('fetchWidget');
    expect(evidence).toHaveCalledTimes('fetchWidget', widgets.length);
    expect(data, 'the data').toEqual(names.map((name) => ({ from: name })));
    expect(evidence).toTakeExactly(Math.max(...widgets.map(({ ms }) => ms)));
  },
} satisfies Expectations<typeof scenarios>;
