// Gradings per second through the pool, with all children busy, and bare isolates per second with as many processes.
import { makeGrader, type ExerciseBundle, type Grader } from '#grader/index.ts';
import type { Files } from '#grader/recording/types.ts';
import type { Churned, ChurnRequest } from './churn-process.ts';
import type { HelperProcess } from './helper-process.ts';
import { expectPassed } from './work-items.ts';

/** So many submissions per child are in the parent's hands: a child never waits for the next. */
const IN_FLIGHT_PER_CHILD = 2;

export type Work = { exercise: ExerciseBundle; files: Files };

export async function gradeOnce(grader: Grader, { exercise, files }: Work): Promise<void> {
  expectPassed(await grader.grade({ exercise, files, seed: 1, tests: 'all' }));
}

/** Gradings per second. */
export async function measureGradings(
  grader: Grader,
  children: number,
  { forMs, ...work }: Work & { forMs: number },
): Promise<number> {
  const startMs = performance.now();
  let count = 0;
  const keepGrading = async (): Promise<void> => {
    while (performance.now() - startMs < forMs) {
      await gradeOnce(grader, work);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: children * IN_FLIGHT_PER_CHILD }, keepGrading));
  return (count / (performance.now() - startMs)) * 1000;
}

/** Two pools, with one child and with two. */
export type Graders = AsyncDisposable & { one: Grader; two: Grader };

export function makeGraders(): Graders {
  const one = makeGrader({ children: 1 });
  const two = makeGrader({ children: 2 });
  return {
    one,
    two,
    async [Symbol.asyncDispose]() {
      await Promise.all([one.close(), two.close()]);
    },
  };
}

/** Bare isolates per second of all processes together. */
export async function measureChurn(
  processes: HelperProcess<ChurnRequest, Churned>[],
  forMs: number,
): Promise<number> {
  const churned = await Promise.all(processes.map(async (one) => await one.ask({ forMs })));
  return churned.reduce((sum, { count, tookMs }) => sum + (count / tookMs) * 1000, 0);
}
