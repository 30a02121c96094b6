import type { Call, Evidence, Expectations, Outcome } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

function leftMsOf({ args }: Call): unknown {
  const [, options] = args;
  return typeof options === 'object' && options !== null && 'leftMs' in options ? options.leftMs : undefined;
}

function compareLeft(evidence: Evidence, wantedMs: number[]): void {
  const { expect } = evidence;
  for (const [index, call] of evidence.calls().entries()) {
    expect(leftMsOf(call), `leftMs that ${call.name} gets`).toBe(wantedMs[index]);
  }
}

function tell(outcome: Outcome): unknown {
  return 'error' in outcome ? `${outcome.error.name}: ${outcome.error.message}` : outcome.value;
}

export default {
  'an order in time goes through all its steps': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toBe('tea, reserved, paid, confirmed');
    expect(evidence).toRunOneAfterAnother();
    expect(evidence).toTakeExactly(600);
    expect(evidence).toLeaveNothingBehind();
  },

  'the steps share one deadline': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toAbortAt(1000, 'pay');
    expect(evidence).toRejectWith({ name: 'Error', message: 'Time was up during pay' });
    expect(evidence).toTakeExactly(1000);
  },

  'each step is told how much time is left': (evidence) => {
    const { expect } = evidence;
    compareLeft(evidence, [1000, 800, 500]);
    expect(evidence).toHaveCalledTimes('confirm', 1);
  },

  'a failure of a step passes through': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toRejectWith({ name: 'Error', message: 'Card is refused' });
    expect(evidence).toTakeExactly(280);
    expect(evidence).toStartInOrder(['reserve', 'pay']);
    expect(evidence).toLeaveNothingBehind();
  },

  'the deadline may come in any step': (evidence) => {
    const { expect } = evidence;
    const { limitMs, firstMs, inReserve, inPay } = evidence.result;
    expect(tell(inReserve), 'outcome when the first step is slow').toBe('Error: Time was up during reserve');
    expect(tell(inPay), 'outcome when the second step is slow').toBe('Error: Time was up during pay');
    compareLeft(evidence, [limitMs, limitMs, limitMs - firstMs]);
    expect(evidence).toAbortAt(2 * limitMs, 'pay');
    expect(evidence).toStartInOrder(['reserve', 'reserve', 'pay']);
    expect(evidence).toTakeExactly(2 * limitMs);
  },

  'a failure may have any name': (evidence) => {
    const { expect } = evidence;
    const { reserveMs, outcome } = evidence.result;
    expect(tell(outcome), 'outcome').toBe('TimeoutError: The bank is slow');
    expect(evidence).toTakeExactly(reserveMs + 50);
    expect(evidence).toLeaveNothingBehind();
  },

  'two orders keep their own deadlines': (evidence) => {
    const { expect } = evidence;
    const { firstLimitMs, secondLimitMs, startedLaterMs, first, second } = evidence.result;
    expect(tell(second), 'outcome of the quick order').toBe('cup, reserved, paid, confirmed');
    expect(tell(first), 'outcome of the slow order').toBe('Error: Time was up during confirm');
    const [slow] = evidence.calls('confirm');
    expect(slow?.endMs, 'virtual ms at which the last step of the slow order ended').toBe(firstLimitMs);
    const left = evidence.calls('reserve').map((call) => leftMsOf(call));
    expect(left, 'leftMs that the two first steps get').toEqual([firstLimitMs, secondLimitMs]);
    expect(evidence).toTakeExactly(Math.max(firstLimitMs, startedLaterMs + 330));
    expect(evidence).toLeaveNothingBehind();
  },
} satisfies Expectations<typeof scenarios>;
