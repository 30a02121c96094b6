// One scenario under many schedules.
import { afterAll, describe, expect, test } from 'vitest';
import { makeGrader, type GradeRequest } from '#grader/index.ts';
import { sentence } from '#grader/recording/sentences.ts';
import type { Recording, Verdict } from '#grader/recording/types.ts';

const grader = makeGrader();
afterAll(async () => {
  await grader.close();
});

let made = 0;

/** A search box: two questions are asked one after the other, and the answer to the last one must be shown. */
function searchBox(explore = 'true') {
  made += 1;
  return {
    id: 'search-box',
    contentHash: `search-box ${made}`,
    scenarios: `export default { 'the last question wins': { explore: ${explore}, async run(lab) {
      const { search } = lab.simulate({ search: { ms: 50, value: (text) => 'about ' + text } });
      const shown = [];
      const box = lab.solution.makeBox(search, (text) => shown.push(text));
      await Promise.all([box.type('a'), box.type('ab')]);
      return shown.at(-1);
    } } };`,
    expectations: `export default { 'the last question wins': ({ expect, result }) => expect(result).toBe('about ab') };`,
    tests: [{ name: 'the last question wins', hidden: false }],
  };
}

const STALE = `export const makeBox = (search, show) => ({ type: async (text) => { show(await search(text)); } });`;
const GUARDED = `export const makeBox = (search, show) => {
  let latest = 0;
  return { type: async (text) => { const mine = (latest += 1); const found = await search(text); if (mine === latest) show(found); } };
};`;

async function gradeBox(
  source: string,
  request: Partial<GradeRequest> = {},
): Promise<{ verdict: Verdict; recording: Recording }> {
  const { verdict, recordings } = await grader.grade({
    exercise: searchBox(),
    files: { 'solution.js': source },
    seed: 1,
    tests: 'all',
    ...request,
  });
  const [recording] = recordings;
  if (recording === undefined) throw new Error('nothing was recorded');
  return { verdict, recording };
}

test('code that holds in every order of the answers passes, and says how many were tried', async () => {
  const { verdict, recording } = await gradeBox(GUARDED);
  expect(verdict.outcome).toBe('passed');
  expect(recording.exploration).toEqual({ schedules: 100, failed: 0 });
  expect(recording.schedule).toEqual([50, 50]);
});

describe('code that one order of the answers breaks', () => {
  test('fails with the two calls whose order decides', async () => {
    const { verdict, recording } = await gradeBox(STALE);
    expect(verdict.outcome).toBe('failed');
    expect(verdict.tests[0]?.findings.map(sentence)[0]).toMatch(
      /^Passes when search\("a"\) answers before search\("ab"\); fails when search\("ab"\) answers first \(\d+ of 100 schedules fail\)\.$/,
    );
    expect(verdict.tests[0]?.findings[1]?.code).toBe('assertion');
    expect(recording.exploration?.failed).toBeGreaterThan(10);
  });

  test('is shown with the smallest schedule that breaks it', async () => {
    const { recording } = await gradeBox(STALE);
    expect(recording.schedule).toEqual([2, 1]);
    expect(recording.virtualMs).toBe(2);
  });

  test('breaks again under that schedule, byte for byte', async () => {
    const { recording } = await gradeBox(STALE);
    const replayed = await gradeBox(STALE, { schedule: recording.schedule ?? [] });
    expect(replayed.verdict.outcome).toBe('failed');
    const { exploration: _, ...rest } = recording;
    expect(replayed.recording).toEqual(rest);
  });

  test('is told the same on every run, and at another seed for as good a reason', async () => {
    const exercise = searchBox();
    const [one, two, other] = [
      await gradeBox(STALE, { exercise }),
      await gradeBox(STALE, { exercise }),
      await gradeBox(STALE, { exercise, seed: 99 }),
    ];
    expect(JSON.stringify(one)).toBe(JSON.stringify(two));
    expect(other.verdict.tests[0]?.findings[0]).toMatchObject({
      code: 'schedule',
      params: { first: 'search("ab")', second: 'search("a")' },
    });
  });
});

test('code that fails under its own latencies is told what fails, without any exploring', async () => {
  const { verdict, recording } = await gradeBox(`export const makeBox = () => ({ type: async () => {} });`);
  expect(verdict.tests[0]?.findings.map(({ code }) => code)).toEqual(['assertion']);
  expect(recording.exploration).toBeUndefined();
});

test('an author may ask for fewer schedules', async () => {
  const { recording } = await gradeBox(GUARDED, { exercise: searchBox('{ schedules: 7 }') });
  expect(recording.exploration).toEqual({ schedules: 7, failed: 0 });
});

test('code that keeps something from run to run in a global is told so, and not that an order breaks it', async () => {
  const { verdict } = await gradeBox(`export const makeBox = (search, show) => {
    globalThis.boxes = (globalThis.boxes ?? 0) + 1;
    let latest = 0;
    return { type: async (text) => { const mine = (latest += 1); const found = await search(text); if (mine === latest && globalThis.boxes < 20) show(found); } };
  };`);
  expect(verdict.tests[0]?.findings[0]?.code).toBe('keeps-state');
});

test('module state starts afresh under each schedule', async () => {
  const { verdict } = await gradeBox(`let latest = 0; let boxes = 0;
  export const makeBox = (search, show) => { boxes += 1; if (boxes > 1) throw new Error('made twice');
    return { type: async (text) => { const mine = (latest += 1); const found = await search(text); if (mine === latest) show(found); } }; };`);
  expect(verdict.outcome).toBe('passed');
});

test('a lost update is found although the declared latencies hide it', async () => {
  const exercise = {
    id: 'counter',
    contentHash: 'counter',
    scenarios: `export default { 'both deposits count': { explore: true, async run(lab) {
      let balance = 100;
      const { read, write } = lab.simulate({ read: { ms: 10, value: () => balance }, write: { ms: 10, value: (to) => { balance = to; } } });
      const account = lab.solution.open(read, write);
      await account.deposit(1);
      const { pause } = lab.simulate({ pause: { ms: 100 } });
      await Promise.all([account.deposit(10), pause().then(() => account.deposit(20))]);
      return balance;
    } } };`,
    expectations: `export default { 'both deposits count': ({ expect, result }) => expect(result).toBe(131) };`,
    tests: [{ name: 'both deposits count', hidden: false }],
  };
  const racing = `export const open = (read, write) => ({ deposit: async (sum) => { const now = await read(); await write(now + sum); } });`;
  const queued = `export const open = (read, write) => { let last = Promise.resolve(); return { deposit: (sum) => (last = last.then(async () => { const now = await read(); await write(now + sum); })) }; };`;
  const outcomes = [];
  for (const source of [racing, queued]) {
    const { verdict } = await grader.grade({
      exercise,
      files: { 'solution.js': source },
      seed: 1,
      tests: 'all',
    });
    outcomes.push([verdict.outcome, verdict.tests[0]?.findings[0]?.code]);
  }
  expect(outcomes).toEqual([
    ['failed', 'schedule'],
    ['passed', undefined],
  ]);
});

test('a list that the scenario and the code share is whole again under each schedule', async () => {
  const exercise = {
    id: 'pool',
    contentHash: 'pool',
    scenarios: `const ids = [3, 1, 2]; export default { 'all are loaded': { explore: true, async run(lab) {
      const { load } = lab.simulate({ load: { ms: 10, value: (id) => id } });
      return (await lab.solution.loadAll(ids, load)).toSorted().join();
    } } };`,
    expectations: `export default { 'all are loaded': ({ expect, result }) => expect(result).toBe('1,2,3') };`,
    tests: [{ name: 'all are loaded', hidden: false }],
  };
  const source = `export async function loadAll(queue, load) {
    const found = [];
    const worker = async () => { while (queue.length > 0) found.push(await load(queue.shift())); };
    await Promise.all([worker(), worker()]);
    return found;
  }`;
  const { verdict } = await grader.grade({
    exercise,
    files: { 'solution.js': source },
    seed: 1,
    tests: 'all',
  });
  expect(verdict.outcome).toBe('passed');
});

test('a program that holds much memory, and one with many calls, are explored to the end', async () => {
  const heavy = `export const sieve = new Array(150_000).fill(0); ${GUARDED}`;
  expect((await gradeBox(heavy)).verdict.outcome).toBe('passed');
  const exercise = {
    ...searchBox(),
    contentHash: 'many calls',
    scenarios: `export default { 'the last question wins': { explore: true, async run(lab) {
      const { search } = lab.simulate({ search: { ms: 50, value: (text) => 'about ' + text } });
      const shown = [];
      const box = lab.solution.makeBox(search, (text) => shown.push(text));
      await Promise.all([...Array.from({ length: 199 }, (_, index) => box.type('a' + index)), box.type('ab')]);
      return shown.at(-1);
    } } };`,
  };
  const { verdict, recording } = await gradeBox(GUARDED, { exercise });
  expect(verdict.outcome).toBe('passed');
  expect(recording.exploration?.failed).toBe(0);
  expect(recording.exploration?.schedules).toBeGreaterThanOrEqual(10);
});

test('microtasks among the calls do not hide the pair whose order decides', async () => {
  const { verdict } = await gradeBox(STALE.replace('show(await', 'queueMicrotask(() => {}); show(await'));
  expect(verdict.tests[0]?.findings[0]).toMatchObject({
    params: { first: 'search("ab")', second: 'search("a")' },
  });
});

test('a schedule is followed by the tests that are explored, and by no other', async () => {
  const exercise = {
    ...searchBox(),
    contentHash: 'one explored, one not',
    scenarios: `export default {
      explored: { explore: true, run: async (lab) => { const { f } = lab.simulate({ f: { ms: 50 } }); await lab.solution.call(f); } },
      plain: { run: async (lab) => { const { f } = lab.simulate({ f: { ms: 50 } }); await lab.solution.call(f); } },
    };`,
    expectations: `export default { explored: () => {}, plain: (evidence) => evidence.expect(evidence).toTakeExactly(50) };`,
    tests: [
      { name: 'explored', hidden: false },
      { name: 'plain', hidden: false },
    ],
  };
  const { verdict } = await grader.grade({
    exercise,
    files: { 'solution.js': 'export const call = (f) => f();' },
    seed: 1,
    tests: 'all',
    schedule: [7],
  });
  expect(verdict.tests.map(({ virtualMs, outcome }) => [virtualMs, outcome])).toEqual([
    [7, 'passed'],
    [50, 'passed'],
  ]);
});
