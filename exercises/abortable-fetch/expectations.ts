import type { Evidence, Expectations } from '#grader/author.ts';
import type { Answer } from './solution/solution.ts';
import type scenarios from './scenarios.ts';

function compareFailure({ expect }: Evidence, answer: Answer, error: unknown, request: string): void {
  expect('error' in answer ? answer.error : answer, `error of ${request}`).toEqual(error);
  expect(answer, `answer to ${request}`).toEqual({ success: false, error });
}

export default {
  'a quick answer gives its data and leaves no timer behind': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual({ success: true, data: { line: 12, inMinutes: 4 } });
    expect(evidence).toTakeExactly(150);
    expect(evidence).toLeaveNothingBehind();
    expect(evidence).toHaveCalledTimes('GET /stops/7', 1);
  },

  'a slow request is aborted exactly at the limit': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toAbortAt(300, 'GET /stops/7');
    compareFailure(evidence, evidence.result, 'Timed out after 300 ms', 'a slow request');
    expect(evidence).toTakeExactly(300);
    expect(evidence).toHaveCalledTimes('GET /stops/7', 1);
  },

  'a status that is not ok is a failure': (evidence) => {
    const { expect } = evidence;
    compareFailure(evidence, evidence.result, 'Status 404', 'a request with status 404');
    expect(evidence).toTakeExactly(80);
    expect(evidence).toLeaveNothingBehind();
  },

  'a network failure is reported, not thrown': (evidence) => {
    const { expect } = evidence;
    compareFailure(evidence, evidence.result, 'fetch failed', 'a request without a network');
    expect(evidence).toTakeExactly(60);
  },

  'the limit holds for the body as well': (evidence) => {
    const { expect } = evidence;
    const { limitMs, answer } = evidence.result;
    expect(evidence).toAbortAt(limitMs, 'GET /stops/7 body');
    compareFailure(evidence, answer, `Timed out after ${limitMs} ms`, 'a request with a slow body');
    expect(evidence).toTakeExactly(limitMs);
  },

  'no failure leaves a timer behind': (evidence) => {
    const { expect } = evidence;
    const { totalMs, status, offline, broken, garbled } = evidence.result;
    compareFailure(evidence, offline, 'fetch failed', 'a request without a network');
    compareFailure(evidence, broken, `Status ${status}`, `a request with status ${status}`);
    compareFailure(evidence, garbled, expect.stringContaining('JSON'), 'a request with a garbled body');
    expect(evidence).toTakeExactly(totalMs);
    expect(evidence).toLeaveNothingBehind();
  },

  'two requests at once do not disturb each other': (evidence) => {
    const { expect } = evidence;
    const { limitMs, line, near, far } = evidence.result;
    compareFailure(evidence, far, `Timed out after ${limitMs} ms`, 'the slow request');
    expect(near, 'answer to the quicker request').toEqual({ success: true, data: { line } });
    expect(evidence).toAbortAt(limitMs, 'GET /far');
    expect(evidence).toStartTogether();
    expect(evidence).toTakeExactly(limitMs + 50);
    expect(evidence).toLeaveNothingBehind();
  },
} satisfies Expectations<typeof scenarios>;
