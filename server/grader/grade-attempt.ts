import type { Grader } from '#grader/index.ts';
import type { GradeResult, TestVerdict } from '#grader/recording/types.ts';
import type { PrismaClient } from '#prisma/client/client.ts';
import { MAXIMUM_GRADINGS, type AttemptRef } from '../queue/jobs.ts';
import {
  beginGrading,
  storeFault,
  storeRun,
  storeSubmission,
  tellTest,
  type OpenAttempt,
} from './attempts.ts';
import type { ExerciseVersions } from './exercise-versions.ts';

export type GradingTools = { database: PrismaClient; grader: Grader; versions: ExerciseVersions };

/** How an attempt ended; `ignored` where it had ended before. */
export type Grading = 'graded' | 'fault' | 'ignored';

/**
 * Grades one attempt and stores the result once, however often and wherever it is called.
 *
 * @param timesBegun How often this attempt has been begun, this time included.
 * @throws GraderUnavailableError and database errors: the queue then tries again.
 */
export async function gradeAttempt(
  { database, grader, versions }: GradingTools,
  { ref, timesBegun, now }: { ref: AttemptRef; timesBegun: number; now: () => Date },
): Promise<Grading> {
  if (timesBegun > MAXIMUM_GRADINGS) return await giveUp(database, ref, now());
  const attempt = await beginGrading(database, ref, now());
  if (attempt === null) return 'ignored';
  const { bundle, reference } = await versions.get(attempt.exerciseVersionId);
  const announcer = makeAnnouncer(database, attempt.id);
  const result = await grader.grade({
    exercise: bundle,
    files: attempt.files,
    seed: attempt.seed,
    tests: attempt.kind === 'run' ? 'visible' : 'all',
    onTest: (test) => announcer.announce(test),
    ...(reference && { reference }),
  });
  await announcer.finished();
  if (result.verdict.outcome === 'grader-fault') return await giveUp(database, ref, now());
  return (await store(database, attempt, result, now())) ? 'graded' : 'ignored';
}

async function giveUp(database: PrismaClient, ref: AttemptRef, now: Date): Promise<Grading> {
  return (await storeFault(database, ref, now)) ? 'fault' : 'ignored';
}

async function store(
  database: PrismaClient,
  attempt: OpenAttempt,
  result: GradeResult,
  now: Date,
): Promise<boolean> {
  return attempt.kind === 'run'
    ? await storeRun(database, attempt, result, now)
    : await storeSubmission(database, attempt.id, result, now);
}

type Announcer = { announce(test: TestVerdict): void; finished(): Promise<void> };

/** Tells each test as it ends, in order. What cannot be told is not lost: the finished attempt holds all tests. */
function makeAnnouncer(database: PrismaClient, id: string): Announcer {
  let index = 0;
  let hidden = 0;
  let last = Promise.resolve();
  return {
    announce(test) {
      const place = { index: index++, ...(test.hidden && { hiddenNumber: ++hidden }) };
      last = last.then(() => tellTest(database, { id, event: 'test', ...place, test })).catch(() => {});
    },
    finished: async () => await last,
  };
}
