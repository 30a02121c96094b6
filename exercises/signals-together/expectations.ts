import type { Evidence, Expectations, Outcome } from '#grader/author.ts';
import type { Loading } from './solution/solution.ts';
import type scenarios from './scenarios.ts';

const CANCELLED: Loading = { status: 'cancelled' };
const TOO_LATE: Loading = { status: 'too late' };

function compareOutcome(
  { expect }: Evidence,
  name: string,
  outcome: Outcome<Loading>,
  wanted: Loading,
): void {
  expect('error' in outcome ? outcome.error : outcome.value, name).toEqual(wanted);
}

export default {
  'a photo that comes in time is loaded': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual({ status: 'loaded', photo: 'beach.jpg' });
    expect(evidence).toTakeExactly(120);
    expect(evidence).toHaveCalledTimes('download', 1);
    expect(evidence).toLeaveNothingBehind();
  },

  'when the user cancels, the download is aborted at that moment': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toAbortAt(200, 'download');
    compareOutcome(evidence, 'the outcome', evidence.result, CANCELLED);
    expect(evidence).toTakeExactly(200);
    expect(evidence).toLeaveNothingBehind();
  },

  'when the time is up, the download is aborted exactly at the limit': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toAbortAt(300, 'download');
    expect(evidence.result).toEqual(TOO_LATE);
    expect(evidence).toTakeExactly(300);
    expect(evidence).toLeaveNothingBehind();
  },

  'a failure of the download itself passes through': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toRejectWith({ name: 'Error', message: 'No such photo' });
    expect(evidence).toTakeExactly(80);
    expect(evidence).toLeaveNothingBehind();
  },

  'a photo that was cancelled beforehand takes no time': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual(CANCELLED);
    expect(evidence).toTakeExactly(0);
    expect(evidence).toLeaveNothingBehind();
  },

  'what counts is the signal, not the name of the error': (evidence) => {
    const { expect } = evidence;
    const { totalMs, first, second, cancelled } = evidence.result;
    expect(first, "the download's own TimeoutError").toEqual({
      error: { name: 'TimeoutError', message: 'Gateway is slow' },
    });
    expect(second, "the download's own AbortError").toEqual({
      error: { name: 'AbortError', message: 'Disk is full' },
    });
    compareOutcome(evidence, 'a Cancel whose reason is a TimeoutError', cancelled, CANCELLED);
    expect(evidence).toTakeExactly(totalMs);
    expect(evidence).toLeaveNothingBehind();
  },

  'one Cancel ends all that is still under way': (evidence) => {
    const { expect } = evidence;
    const { limitMs, cancelledAtMs, loaded, tooLate, cancelled } = evidence.result;
    compareOutcome(evidence, 'the quick download', loaded, { status: 'loaded', photo: 'near.jpg' });
    compareOutcome(evidence, 'the download over its limit', tooLate, TOO_LATE);
    compareOutcome(evidence, 'the download at the Cancel', cancelled, CANCELLED);
    expect(evidence).toAbortAt(limitMs, 'far');
    expect(evidence).toAbortAt(cancelledAtMs, 'farthest');
    expect(evidence).toStartTogether();
    expect(evidence).toLeaveNothingBehind();
  },
} satisfies Expectations<typeof scenarios>;
