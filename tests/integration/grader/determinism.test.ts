// The same source, exercise, engine and seed give the same bytes; only `usage` may differ.
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadExercise, makeGrader } from '#grader/index.ts';
import { gradeResultSchema } from '#grader/reports/schemas.ts';
import { makeExercise } from '#tests/helpers/grading.ts';

const RUNS = 50;
const graders = [makeGrader(), makeGrader()];
const [grader, other] = graders;
if (grader === undefined || other === undefined) throw new Error('two graders are needed');
afterAll(async () => {
  await Promise.all(graders.map(async (each) => await each.close()));
});

const busy = `export async function solve(fetchItem) {
  const all = [fetchItem(Math.random()), fetchItem(2)];
  console.log(Date.now(), new Date(), performance.now(), [new Map([[1, { a: 1 }]]), new Error('x')]);
  const timer = setInterval(() => console.log('tick', Math.random()), 30);
  await Promise.race(all);
  setTimeout(() => {}, 5000);
  queueMicrotask(() => clearInterval(timer));
  return [await Promise.all(all), process.hrtime(), new Intl.DateTimeFormat().format(), {}.toString.call(null)];
}`;

test(`${RUNS} runs of one submission are equal, in two processes`, async () => {
  const exercise = makeExercise({});
  const request = { exercise, files: { 'solution.js': busy }, seed: 7, tests: 'all' } as const;
  const texts = new Set<string>();
  for (let run = 0; run < RUNS; run += 1) {
    const result = await (run % 2 === 0 ? grader : other).grade(request);
    expect(gradeResultSchema.safeParse(result).success).toBe(true);
    const { usage: _, ...rest } = result;
    texts.add(JSON.stringify(rest));
  }
  expect(texts.size).toBe(1);
});

test('another seed gives other hidden inputs, and the same one the same', async () => {
  const exercise = await loadExercise(
    path.resolve(import.meta.dirname, '../../../exercises/parallel-requests'),
    grader,
  );
  const record = async (seed: number): Promise<string> => {
    const files = { 'solution.ts': exercise.solution['solution.ts'] ?? '' };
    const { verdict, recordings } = await grader.grade({ exercise, files, seed, tests: 'all' });
    expect(verdict.outcome).toBe('passed');
    return JSON.stringify(recordings);
  };
  expect(await record(3)).toBe(await record(3));
  expect(await record(3)).not.toBe(await record(4));
});
