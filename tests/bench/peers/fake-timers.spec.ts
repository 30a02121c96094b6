// The work item for Vitest with fake timers.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadAll } from '../work-item/solution/solution.ts';
import { answers, ids, makeRequests } from './requests.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Lets the fake clock run until the promise has settled; the elapsed virtual ms and how it settled. */
async function settle<T>(promise: Promise<T>): Promise<{ elapsedMs: number; value?: T; error?: unknown }> {
  const startMs = Date.now();
  const settled = promise.then(
    (value) => ({ elapsedMs: Date.now() - startMs, value }),
    (error: unknown) => ({ elapsedMs: Date.now() - startMs, error }),
  );
  await vi.runAllTimersAsync();
  return await settled;
}

test('answers come back in the order of the ids', async () => {
  expect((await settle(loadAll(ids, makeRequests().request))).value).toEqual(answers);
});

test('takes as long as the slowest request', async () => {
  expect((await settle(loadAll(ids, makeRequests().request))).elapsedMs).toBe(300);
});

test('a failed request rejects at once', async () => {
  const { elapsedMs, error } = await settle(loadAll(ids, makeRequests({ failing: 2 }).request));
  expect(error).toMatchObject({ message: 'no answer for 2' });
  expect(elapsedMs).toBe(100);
});

test('all requests start before any ends', async () => {
  const { request, log } = makeRequests();
  await settle(loadAll(ids, request));
  expect(log.slice(0, 3)).toEqual(['start 1', 'start 2', 'start 3']);
});

test('an empty list asks for nothing', async () => {
  const { request, log } = makeRequests();
  expect((await settle(loadAll([], request))).value).toEqual([]);
  expect(log).toEqual([]);
});
