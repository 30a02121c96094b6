// The five tests under Node's own mock timers. A tick drains no microtasks: the loop gives way to them between two ticks.
import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { loadAll } from '../work-item/solution/solution.ts';
import { answers, ids, makeRequests } from './requests.ts';

export const testNames = [
  'answers come back in the order of the ids',
  'takes as long as the slowest request',
  'a failed request rejects at once',
  'all requests start before any ends',
  'an empty list asks for nothing',
] as const;
type TestName = (typeof testNames)[number];

const SETTLED_BY_MS = 300;
const STEP_MS = 100; // every latency is a multiple of it
const realImmediate = setImmediate;

async function settle<T>(promise: Promise<T>): Promise<{ elapsedMs: number; value?: T; error?: unknown }> {
  const settled = promise.then(
    (value) => ({ elapsedMs: Date.now(), value }),
    (error: unknown) => ({ elapsedMs: Date.now(), error }),
  );
  for (let elapsedMs = 0; elapsedMs < SETTLED_BY_MS; elapsedMs += STEP_MS) {
    mock.timers.tick(STEP_MS);
    await new Promise((resolve) => realImmediate(resolve));
  }
  return await settled;
}

const tests: { [name in TestName]: () => Promise<void> } = {
  'answers come back in the order of the ids': async () => {
    assert.deepEqual((await settle(loadAll(ids, makeRequests().request))).value, answers);
  },
  'takes as long as the slowest request': async () => {
    assert.equal((await settle(loadAll(ids, makeRequests().request))).elapsedMs, 300);
  },
  'a failed request rejects at once': async () => {
    const { elapsedMs, error } = await settle(loadAll(ids, makeRequests({ failing: 2 }).request));
    assert.equal((error as Error).message, 'no answer for 2');
    assert.equal(elapsedMs, 100);
  },
  'all requests start before any ends': async () => {
    const { request, log } = makeRequests();
    await settle(loadAll(ids, request));
    assert.deepEqual(log.slice(0, 3), ['start 1', 'start 2', 'start 3']);
  },
  'an empty list asks for nothing': async () => {
    const { request, log } = makeRequests();
    assert.deepEqual((await settle(loadAll([], request))).value, []);
    assert.deepEqual(log, []);
  },
};

export async function runTest(name: TestName): Promise<void> {
  mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  try {
    await tests[name]();
  } finally {
    mock.timers.reset();
  }
}
