import type { Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

type Seen = { message: unknown; atMs: number };

const messagesOf = (seen: Seen[]): unknown[] => seen.map(({ message }) => message);
const timesOf = (seen: Seen[]): number[] => seen.map(({ atMs }) => atMs);

/** When a loop that takes `busyMs` for each message sees those that come at these times, and when it is over. */
function expectedWalk(planned: { atMs: number; detail: unknown }[], busyMs: number, endsAtMs: number) {
  const seen: Seen[] = [];
  let freeAtMs = 0;
  for (const { atMs, detail } of planned) {
    const seenAtMs = Math.max(atMs, freeAtMs);
    seen.push({ message: detail, atMs: seenAtMs });
    freeAtMs = seenAtMs + busyMs;
  }
  return { seen, overAtMs: Math.max(endsAtMs, freeAtMs) };
}

export default {
  'messages come one by one, until the socket is closed': (evidence) => {
    const { expect, result } = evidence;
    expect(messagesOf(result), 'the messages').toEqual(['Hello', 'Anybody?']);
    expect(timesOf(result), 'their times').toEqual([105, 230]);
    expect(evidence).toTakeExactly(345);
    expect(evidence).toLeaveNothingBehind();
  },

  'what comes while the loop is busy is kept': (evidence) => {
    const { expect, result } = evidence;
    expect(messagesOf(result), 'the messages').toEqual(['one', 'two', 'three', 'four']);
    expect(timesOf(result), 'their times').toEqual([10, 110, 210, 310]);
    expect(evidence).toTakeExactly(410);
  },

  'a loop that is left early leaves no listener behind': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toBe('Bye');
    expect(evidence).toTakeExactly(50);
    expect(evidence).toLeaveNothingBehind();
  },

  'a lost connection fails the loop, after the messages before it': (evidence) => {
    const { expect } = evidence;
    const { busyMs, seen, outcome } = evidence.result;
    expect(messagesOf(seen), 'the messages before it').toEqual(['one', 'two']);
    expect(outcome, 'what became of the loop').toEqual({ error: { name: 'Error', message: 'Line is dead' } });
    expect(evidence).toTakeExactly(10 + 2 * busyMs);
    expect(evidence).toLeaveNothingBehind();
  },

  'an error in the body of the loop leaves no listener behind': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual({ error: { name: 'Error', message: 'No word for Hello' } });
    expect(evidence).toTakeExactly(15);
    expect(evidence).toLeaveNothingBehind();
  },

  'what comes after the end does not count': (evidence) => {
    const { expect } = evidence;
    const { closed, lost, seen } = evidence.result;
    expect(closed, 'the loop over the closed socket').toEqual({ value: [{ message: 'one', atMs: 10 }] });
    expect(seen, 'the messages before the error').toEqual([{ message: 'two', atMs: 10 }]);
    expect(lost, 'the loop over the lost socket').toEqual({
      error: { name: 'Error', message: 'Line is dead' },
    });
    expect(evidence).toTakeExactly(70);
  },

  'any burst of messages comes through, empty ones too': (evidence) => {
    const { expect } = evidence;
    const { planned, busyMs, closesAtMs, seen } = evidence.result;
    const expected = expectedWalk(planned, busyMs, closesAtMs);
    expect(messagesOf(seen), 'the messages').toEqual(messagesOf(expected.seen));
    expect(timesOf(seen), 'their times').toEqual(timesOf(expected.seen));
    expect(evidence).toTakeExactly(expected.overAtMs);
    expect(evidence).toLeaveNothingBehind();
  },

  'two sockets do not disturb each other': (evidence) => {
    const { expect } = evidence;
    const { ofLeft, ofRight } = evidence.result;
    expect(ofLeft, 'the first socket').toEqual([
      { message: 'a', atMs: 10 },
      { message: 'b', atMs: 30 },
      { message: 'c', atMs: 50 },
    ]);
    expect(ofRight, 'the second socket').toEqual([
      { message: 'x', atMs: 11 },
      { message: 'y', atMs: 41 },
    ]);
  },
} satisfies Expectations<typeof scenarios>;
