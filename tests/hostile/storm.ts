// As many timers as a test may fire, in as many tests as an exercise may well have, and then a loop: the engine's own timers
// for our limits must not pile up until they break it.
import { makeGrader } from '#grader/index.ts';
import { limits } from '#grader/worker/limits.ts';
import { tryOut } from '#tests/helpers/grading.ts';
import type { GateResult } from './gate-result.ts';

const TESTS = 50;

export async function checkStorm(): Promise<GateResult> {
  const names = Array.from({ length: TESTS }, (_, index) => `test ${index}`);
  const each = (text: (name: string) => string): string => names.map(text).join(', ');
  const exercise = {
    id: 'storm',
    contentHash: 'gate: storm',
    scenarios: `export default { ${each((name) => `'${name}': { run: (lab) => lab.solution.solve('${name}') }`)} };`,
    expectations: `export default { ${each((name) => `'${name}': ({ expect, result }) => expect(result).toBe('right')`)} };`,
    tests: names.map((name) => ({ name, hidden: false })),
  };
  const source = `export const solve = (name) => new Promise((resolve) => {
    let count = 0;
    const id = setInterval(() => {
      if ((count += 1) < ${limits.firingLimit - 10}) return;
      clearInterval(id);
      if (name === '${names.at(-1)}') for (;;);
      resolve('right');
    }, 1);
  });`;
  const grader = makeGrader();
  try {
    const files = { 'solution.js': source };
    const { verdict, usage } = await grader.grade({ exercise, files, seed: 1, tests: 'all' });
    const passed = verdict.tests.filter(({ outcome }) => outcome === 'passed').length;
    const next = await tryOut(grader, { source: `export const solve = () => 'right';` });
    const misses = [
      // On a busy machine the limit of the whole submission may come before the loop's.
      ...(/^(cpu|wall)$/.test(usage.resource ?? 'wall') ? [] : [`ended by ${usage.resource}`]),
      ...(verdict.outcome === 'failed' ? [] : [`the loop at the end: ${verdict.outcome}`]),
      ...(next.verdict.outcome === 'passed' ? [] : [`the next one: ${next.verdict.outcome}`]),
    ];
    const firings = limits.firingLimit - 10;
    return { figures: `${passed} tests of ${firings} firings passed before the loop`, misses };
  } finally {
    await grader.close();
  }
}
