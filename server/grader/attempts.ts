// What the grader process reads and writes of an attempt. Every write is guarded by the state of the row, so a second
// grader that was given the same attempt changes nothing.
import type { PrismaClient } from '#prisma/client/client.ts';
import type { GradeResult, Verdict } from '#grader/recording/types.ts';
import { toColumn, toFiles } from '../queue/columns.ts';
import { NEWS_CHANNEL, printNews, type News } from '../queue/news.ts';
import { packRecordings } from '../queue/recordings.ts';
import type { AttemptRef } from '../queue/jobs.ts';

type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/** States from which an attempt may still end. */
const OPEN = ['QUEUED', 'GRADING'] as const;
const open = { in: [...OPEN] };

/** What grading needs of the row. */
export type OpenAttempt = {
  id: string;
  kind: AttemptRef['kind'];
  userId: string;
  exerciseVersionId: string;
  files: { [path: string]: string };
  seed: number;
  createdAt: Date;
};

/** Marks the attempt as being graded and tells so. `null` where it has ended already, was cancelled or deleted. */
export async function beginGrading(
  database: PrismaClient,
  { kind, id }: AttemptRef,
  now: Date,
): Promise<OpenAttempt | null> {
  const where = { id, state: open };
  const data = { state: 'GRADING', startedAt: now } as const;
  const select = { userId: true, exerciseVersionId: true, files: true, seed: true, createdAt: true } as const;
  return await database.$transaction(async (tx) => {
    const [row] =
      kind === 'run'
        ? await tx.run.updateManyAndReturn({ where, data, select })
        : await tx.submission.updateManyAndReturn({ where, data, select });
    if (row === undefined || row.files === null) return null;
    await doNotWaitForTheDisk(tx);
    await tell(tx, { id, event: 'started' });
    return { ...row, id, kind, files: toFiles(row.files) };
  });
}

/** Stores the result of a run; a no-op where the run has ended already. */
export async function storeRun(
  database: PrismaClient,
  run: OpenAttempt,
  { verdict, recordings }: GradeResult,
  now: Date,
): Promise<boolean> {
  const { id, userId, createdAt } = run;
  const bytes = packRecordings(recordings);
  const { engineVersion } = verdict;
  return await database.$transaction(async (tx) => {
    const data = { state: 'DONE', verdict: toColumn(verdict), finishedAt: now } as const;
    const { count } = await tx.run.updateMany({ where: { id, state: open }, data });
    if (count === 0) return false;
    await tx.recording.create({ data: { runId: id, engineVersion, bytes } });
    const stat = { runId: id, userId, exerciseId: verdict.exercise.id, createdAt };
    await tx.runStat.create({ data: { ...stat, ...summaryOf(verdict), failedTests: failedTests(verdict) } });
    await tell(tx, { id, event: 'finished' });
    return true;
  });
}

/** Appends the verdict of a submission; a no-op where the same engine and exercise version have given one already. */
export async function storeSubmission(
  database: PrismaClient,
  submissionId: string,
  { verdict, recordings, usage }: GradeResult,
  now: Date,
): Promise<boolean> {
  const bytes = packRecordings(recordings);
  const { engineVersion, outcome } = verdict;
  const { contentHash } = verdict.exercise;
  const kept = { submissionId, engineVersion, contentHash, outcome, verdict: toColumn(verdict), usage };
  return await database.$transaction(async (tx) => {
    const [row] = await tx.verdict.createManyAndReturn({
      data: [{ ...kept, createdAt: now }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (row === undefined) return false;
    await tx.recording.create({ data: { verdictId: row.id, engineVersion, bytes } });
    const data = { state: 'DONE', finishedAt: now, ...summaryOf(verdict) } as const;
    await tx.submission.update({ where: { id: submissionId }, data });
    await tell(tx, { id: submissionId, event: 'finished' });
    return true;
  });
}

/** Ends the attempt as our fault: no verdict, counted nowhere. A no-op where it has ended already. */
export async function storeFault(
  database: PrismaClient,
  { kind, id }: AttemptRef,
  now: Date,
): Promise<boolean> {
  const where = { id, state: open };
  return await database.$transaction(async (tx) => {
    const { count } =
      kind === 'run'
        ? await tx.run.updateMany({ where, data: { state: 'FAULT', finishedAt: now } })
        : await tx.submission.updateMany({
            where,
            data: { state: 'FAULT', finishedAt: now, outcome: 'grader-fault' },
          });
    if (count > 0) await tell(tx, { id, event: 'finished' });
    return count > 0;
  });
}

/** Tells that one test has ended. */
export async function tellTest(database: PrismaClient, news: News): Promise<void> {
  // One statement, so one round trip: the setting counts at the commit that follows it.
  await database.$executeRaw`
    select set_config('synchronous_commit', 'off', true), pg_notify(${NEWS_CHANNEL}, ${printNews(news)})`;
}

/** For what may be lost in a power cut: that a grading began, or how far it came. */
async function doNotWaitForTheDisk(tx: Transaction): Promise<void> {
  await tx.$executeRaw`select set_config('synchronous_commit', 'off', true)`;
}

/** Tells every listening web process, with the transaction if there is one. */
export async function tell(database: PrismaClient | Transaction, news: News): Promise<void> {
  await database.$executeRaw`select pg_notify(${NEWS_CHANNEL}, ${printNews(news)})`;
}

function summaryOf(verdict: Verdict): { outcome: string; testsPassed: number; testsTotal: number } {
  const testsPassed = verdict.tests.filter((test) => test.outcome === 'passed').length;
  return { outcome: verdict.outcome, testsPassed, testsTotal: verdict.tests.length };
}

function failedTests(verdict: Verdict): string[] {
  return verdict.tests.filter((test) => test.outcome === 'failed').map((test) => test.name);
}
