import type { Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

/** When the attempts start: each a pause after the end of the one before. */
function startsOf(shares: number[], baseMs: number, attemptMs: number): number[] {
  const startsMs = [0];
  for (const [index, share] of shares.entries()) {
    const pauseMs = Math.floor(share * baseMs * 2 ** index);
    startsMs.push((startsMs.at(-1) ?? 0) + attemptMs + pauseMs);
  }
  return startsMs;
}

export default {
  'a busy service is asked again after pauses that double': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toStartAt('track', [0, 100, 250, 500]);
    expect(evidence.result).toBe('at the depot');
    expect(evidence).toTakeExactly(550);
  },

  'an error that will not pass ends it at once': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toHaveCalledTimes('track', 1);
    expect(evidence).toRejectWith({ name: 'Error', message: 'No such parcel' });
    expect(evidence).toTakeExactly(50);
  },

  'after the last attempt it gives up, and says why': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toHaveCalledTimes('track', 3);
    expect(evidence).toStartAt('track', [0, 100, 250]);
    expect(evidence).toRejectWith('Gave up after attempt 3');
    expect(evidence).toRejectWith({ cause: { message: 'Busy, place 7 in the row' } });
    expect(evidence).toTakeExactly(300);
  },

  'every pause takes a random share of its own': (evidence) => {
    const { expect } = evidence;
    const { ms, baseMs, shares, draws, value } = evidence.result;
    expect(evidence).toStartAt('track', startsOf(shares, baseMs, ms));
    expect(draws, 'calls of random').toBe(4);
    expect(value, 'the value').toBe('on the way');
  },

  'an error that will not pass may come late': (evidence) => {
    const { expect } = evidence;
    const { attempts, lost, message, isTheVeryError } = evidence.result;
    expect(message, 'the message it rejects with').toBe(lost);
    expect(isTheVeryError ? 'that very error' : 'another error', 'what it rejects with').toBe(
      'that very error',
    );
    expect(evidence).toHaveCalledTimes('track', attempts);
  },

  'a single attempt knows no pause': (evidence) => {
    const { expect } = evidence;
    const { failsAtMs, greeting, outcome } = evidence.result;
    expect(greeting, 'a task that succeeds').toEqual({ value: 'hello' });
    expect(evidence).toHaveCalledTimes('track', 1);
    expect(outcome, 'a task that fails').toEqual({
      error: { name: 'Error', message: 'Gave up after attempt 1' },
    });
    expect(evidence).toTakeExactly(30 + failsAtMs);
    expect(evidence).toLeaveNothingBehind();
  },

  'two clients do not disturb each other': (evidence) => {
    const { expect } = evidence;
    const { adaShares, boShares, parcels } = evidence.result;
    expect(evidence).toStartAt('ada', startsOf(adaShares, 100, 50));
    expect(evidence).toStartAt('bo', startsOf(boShares, 200, 50));
    expect(parcels, 'the parcels').toEqual(["Ada's parcel", "Bo's parcel"]);
  },
} satisfies Expectations<typeof scenarios>;
