import { expect, test } from 'vitest';
import { afterCrash } from '#server/supervisor/crash-policy.ts';

test('the pause doubles with each crash, and the fifth within a minute is the last', () => {
  let crashesMs: number[] = [];
  const decisions = [0, 1_000, 2_000, 3_000, 4_000].map((nowMs) => {
    const next = afterCrash(crashesMs, nowMs);
    crashesMs = next.crashesMs;
    return next.decision === 'start-again' ? next.pauseMs : next.decision;
  });
  expect(decisions).toEqual([250, 500, 1_000, 2_000, 'give-up']);
});

test('a crash more than a minute ago is forgotten', () => {
  expect(afterCrash([0, 1, 2, 3], 60_002)).toEqual({
    decision: 'start-again',
    pauseMs: 500,
    crashesMs: [3, 60_002],
  });
});
