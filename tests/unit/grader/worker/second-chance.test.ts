import { expect, test } from 'vitest';
import { limits } from '#grader/worker/limits.ts';
import { secondWindowMs } from '#grader/worker/second-chance.ts';

test('a test that had most of its processor time gets no second chance', () => {
  expect(secondWindowMs(limits.isolateTimeLimitMs)).toBeNull();
  expect(secondWindowMs(limits.isolateTimeLimitMs / 2 + 1)).toBeNull();
});

test('one that had a share of a processor gets the wall time in which that share makes up the limit', () => {
  expect(secondWindowMs(limits.isolateTimeLimitMs / 2)).toBe(2 * limits.isolateTimeLimitMs);
  expect(secondWindowMs(limits.isolateTimeLimitMs / 3)).toBe(3 * limits.isolateTimeLimitMs);
});

test('one that had next to none gets a bounded time', () => {
  expect(secondWindowMs(0)).toBe(limits.secondTimeLimitMs);
});

test('both tries together fit into what the parent gives a child without processor time', () => {
  expect(limits.isolateTimeLimitMs + limits.secondTimeLimitMs).toBeLessThan(2 * limits.wallTestLimitMs);
});
