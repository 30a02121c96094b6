import 'server-only';
import type { Database } from './database.ts';

/** `some`: some tests pass, or all that a run shows; only a submission can pass. */
export type ProgressStatus = 'passed' | 'some' | 'failed' | 'not-started';

export type ExerciseProgress = {
  exerciseId: string;
  title: string;
  status: ProgressStatus;
  /** Of the best attempt; 0 before the first. */
  testsPassed: number;
  /** Of the current version, hidden ones included. */
  testsTotal: number;
  runs: number;
  submissions: number;
  /** ISO 8601; of the first submission that passed. */
  firstPassAt: string | null;
  /** ISO 8601. */
  lastAttemptAt: string | null;
};

type ProgressRow = {
  exerciseId: string;
  title: string;
  testsTotal: number;
  runs: number;
  submissions: number;
  bestOfRuns: number | null;
  bestOfSubmissions: number | null;
  firstPassAt: Date | null;
  lastRunAt: Date | null;
  lastSubmissionAt: Date | null;
};

/** One person's progress in every exercise on offer, in their order. What has no verdict, or not yet, counts for nothing. */
export async function listProgress(database: Database, userId: string): Promise<ExerciseProgress[]> {
  const rows = await database.$queryRaw<ProgressRow[]>`
    select e.id as "exerciseId", v.title, jsonb_array_length(v.bundle -> 'tests') as "testsTotal",
      coalesce(r.count, 0)::int as runs, r.best as "bestOfRuns", r.last as "lastRunAt",
      coalesce(s.count, 0)::int as submissions, s.best as "bestOfSubmissions", s.last as "lastSubmissionAt",
      s."firstPassAt"
    from "Exercise" e
    join "ExerciseVersion" v on v.id = e."currentVersionId"
    left join lateral (
      select count(*), max("testsPassed") as best, max("createdAt") as last
      from "RunStat" where "userId" = ${userId} and "exerciseId" = e.id
    ) r on true
    left join lateral (
      select count(*), max("testsPassed") as best, max("createdAt") as last,
        min("createdAt") filter (where outcome = 'passed') as "firstPassAt"
      from "Submission"
      where "userId" = ${userId} and "exerciseId" = e.id and state = 'DONE'
    ) s on true
    where e."retiredAt" is null
    order by e."order", e.id`;
  return rows.map(toProgress);
}

function toProgress(row: ProgressRow): ExerciseProgress {
  const { exerciseId, title, testsTotal, runs, submissions, firstPassAt } = row;
  const testsPassed = Math.min(testsTotal, Math.max(row.bestOfRuns ?? 0, row.bestOfSubmissions ?? 0));
  return {
    exerciseId,
    title,
    status: statusFor({ isPassed: firstPassAt !== null, testsPassed, attempts: runs + submissions }),
    testsPassed: firstPassAt === null ? testsPassed : testsTotal,
    testsTotal,
    runs,
    submissions,
    firstPassAt: firstPassAt?.toISOString() ?? null,
    lastAttemptAt: later(row.lastRunAt, row.lastSubmissionAt)?.toISOString() ?? null,
  };
}

function statusFor(attempt: { isPassed: boolean; testsPassed: number; attempts: number }): ProgressStatus {
  if (attempt.isPassed) return 'passed';
  if (attempt.attempts === 0) return 'not-started';
  return attempt.testsPassed > 0 ? 'some' : 'failed';
}

function later(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}
