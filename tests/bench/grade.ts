// `npm run bench`: what a grading costs beside the floor (an isolate and a context, made and disposed of). Five rounds, the
// parts interleaved within each, medians; trust the ratios, not the milliseconds.
import path from 'node:path';
import { loadExercise, makeGrader, type ExerciseBundle } from '#grader/index.ts';
import { loadGuestBundles } from '#grader/sandbox/guest-bundle.ts';
import { createIsolate } from '#grader/sandbox/isolate.ts';
import { limits } from '#grader/worker/limits.ts';
import type { FromChild, GradeJob } from '#grader/worker/messages.ts';
import { makeSession } from '#grader/worker/session.ts';

const ROUNDS = 5;
const GRADINGS_PER_ROUND = 40;

const grader = makeGrader();
const exercise = await loadExercise(
  path.resolve(import.meta.dirname, '../../exercises/parallel-requests'),
  grader,
);
const files = { 'solution.js': exercise.solution['solution.js'] ?? '' };
const session = makeSession(await loadGuestBundles());

function floor(): void {
  using isolate = createIsolate(limits);
  isolate.createContext();
}

function toJob({ contentHash, scenarios, expectations, tests }: ExerciseBundle): GradeJob {
  const names = tests.map((test) => test.name);
  return {
    type: 'grade',
    jobId: 'bench',
    exercise: { contentHash, scenarios, expectations },
    files,
    seed: 1,
    tests: names,
  };
}

function expectPassed(passed: number): void {
  if (passed !== exercise.tests.length)
    throw new Error(`only ${passed} of ${exercise.tests.length} tests passed`);
}

function gradeInProcess(): void {
  const messages: FromChild[] = [];
  session.grade(toJob(exercise), (message) => messages.push(message));
  expectPassed(
    messages.filter((message) => message.type === 'test' && message.judgement.outcome === 'passed').length,
  );
}

async function gradeThroughPool(): Promise<void> {
  const { verdict } = await grader.grade({ exercise, files, seed: 1, tests: 'all' });
  expectPassed(verdict.tests.filter((test) => test.outcome === 'passed').length);
}

const parts: { [name: string]: { run: () => void | Promise<void>; between?: () => void } } = {
  'floor: isolate, context, dispose': { run: floor },
  'grading in process': { run: gradeInProcess },
  'grading in process, isolate ready': { run: gradeInProcess, between: () => session.prepare() },
  'grading through the pool': { run: gradeThroughPool },
};

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Median wall ms of one run. */
async function measure({ run, between }: (typeof parts)[string]): Promise<number> {
  const tookMs: number[] = [];
  for (let count = 0; count < GRADINGS_PER_ROUND; count += 1) {
    between?.();
    const startMs = performance.now();
    await run();
    tookMs.push(performance.now() - startMs);
  }
  return median(tookMs);
}

const rounds = new Map(Object.keys(parts).map((name) => [name, [] as number[]]));
for (const part of Object.values(parts)) await measure(part); // warm-up
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, part] of Object.entries(parts)) rounds.get(name)?.push(await measure(part));
}
await grader.close();

const [floorMs = Number.NaN] = [...rounds.values()].map(median);
console.log(
  `parallel-requests, ${exercise.tests.length} tests, median of ${ROUNDS} rounds of ${GRADINGS_PER_ROUND}:\n`,
);
for (const [name, values] of rounds) {
  const typicalMs = median(values);
  console.log(
    `${name.padEnd(36)} ${typicalMs.toFixed(2).padStart(7)} ms  ${(typicalMs / floorMs).toFixed(2).padStart(6)} × floor`,
  );
}
