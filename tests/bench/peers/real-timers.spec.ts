// The work item for Vitest with real timers. Elapsed time can only be held between bounds.
import { expect, test } from 'vitest';
import { loadAll } from '../work-item/solution/solution.ts';
import { answers, ids, makeRequests } from './requests.ts';

async function tookMs(promise: Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await promise.catch(() => {});
  return performance.now() - startMs;
}

test('answers come back in the order of the ids', async () => {
  expect(await loadAll(ids, makeRequests().request)).toEqual(answers);
});

test('takes as long as the slowest request', async () => {
  const elapsedMs = await tookMs(loadAll(ids, makeRequests().request));
  expect(elapsedMs).toBeGreaterThanOrEqual(299);
  expect(elapsedMs).toBeLessThan(590);
});

test('a failed request rejects at once', async () => {
  const loading = loadAll(ids, makeRequests({ failing: 2 }).request);
  await expect(loading).rejects.toThrow('no answer for 2');
});

test('all requests start before any ends', async () => {
  const { request, log } = makeRequests();
  await loadAll(ids, request);
  expect(log.slice(0, 3)).toEqual(['start 1', 'start 2', 'start 3']);
});

test('an empty list asks for nothing', async () => {
  const { request, log } = makeRequests();
  expect(await loadAll([], request)).toEqual([]);
  expect(log).toEqual([]);
});
