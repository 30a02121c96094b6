// What is simulated, under many schedules.
import { afterAll, expect, test } from 'vitest';
import { makeGrader } from '#grader/index.ts';

const grader = makeGrader();
afterAll(async () => await grader.close());

async function explore(run: string, expectation: string, source: string) {
  const { verdict, recordings } = await grader.grade({
    exercise: {
      id: 'schedules',
      contentHash: `schedules ${run} ${expectation}`,
      scenarios: `export default { trial: { explore: true, async run(lab) { ${run} } } };`,
      expectations: `export default { trial(evidence) { const { expect } = evidence; ${expectation} } };`,
      tests: [{ name: 'trial', hidden: false }],
    },
    files: { 'solution.js': source },
    seed: 1,
    tests: 'all',
  });
  return {
    outcome: verdict.outcome,
    codes: verdict.tests[0]?.findings.map(({ code }) => code),
    recording: recordings[0],
  };
}

test('the events of a source and the items of a generator keep their order', async () => {
  const { outcome, recording } = await explore(
    `const { bus, pages } = lab.simulate({
      bus: { like: 'EventEmitter', events: [{ atMs: 10, type: 'n', args: [1] }, { atMs: 5, type: 'n', args: [0] }, { atMs: 20, type: 'n', args: [2] }] },
      pages: { items: ['a', 'b', 'c'], everyMs: 7 },
    });
    return await lab.solution.solve(bus, pages);`,
    `expect(evidence.result).toEqual({ heard: [0, 1, 2], read: ['a', 'b', 'c'] });`,
    `export async function solve(bus, pages) {
      const heard = [];
      const all = new Promise((resolve) => bus.on('n', (n) => { heard.push(n); if (heard.length === 3) resolve(); }));
      const read = await Array.fromAsync(pages());
      await all;
      return { heard, read };
    }`,
  );
  expect(outcome).toBe('passed');
  expect(recording?.exploration).toEqual({ schedules: 100, failed: 0 });
});

const SEARCH = `lab.fetch({ 'GET /search': { ms: 50, json: ({ query }) => 'about ' + query.q } }, { origin: 'https://a.test' });
  const shown = [];
  const type = lab.solution.makeBox((text) => shown.push(text));
  await Promise.all([type('a'), type('ab')]);
  return shown.at(-1);`;
const LAST = `expect(evidence.result).toBe('about ab');`;

test('requests are answered in every order: a stale answer is found', async () => {
  const stale = `export const makeBox = (show) => async (text) => { show(await (await fetch('/search?q=' + text)).json()); };`;
  const found = await explore(SEARCH, LAST, stale);
  expect(found.outcome).toBe('failed');
  expect(found.recording?.exploration?.failed).toBeGreaterThan(0);
});

test('and where a new request aborts the one before, none is', async () => {
  const aborting = `export function makeBox(show) {
    let controller = new AbortController();
    return async (text) => {
      controller.abort();
      controller = new AbortController();
      try {
        const response = await fetch('/search?q=' + text, { signal: controller.signal });
        show(await response.json());
      } catch (error) {
        if (error.name !== 'AbortError') throw error;
      }
    };
  }`;
  expect(await explore(SEARCH, LAST, aborting)).toMatchObject({
    outcome: 'passed',
    recording: { exploration: { schedules: 100, failed: 0 } },
  });
});
