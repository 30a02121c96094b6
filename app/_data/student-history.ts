import 'server-only';
import type { Database } from './database.ts';

/** A run as an instructor may know it: when, and which tests failed. Never its code. */
export type HistoryRun = {
  kind: 'run';
  id: string;
  at: Date;
  outcome: string;
  testsPassed: number;
  testsTotal: number;
  failedTests: string[];
};
export type HistorySubmission = {
  kind: 'submission';
  id: string;
  at: Date;
  number: number;
  state: string;
  outcome: string | null;
  testsPassed: number | null;
  testsTotal: number | null;
};
export type HistoryItem = HistoryRun | HistorySubmission;

/** A student of this very class; null for everybody else. */
export async function findStudentOfClass(
  database: Database,
  classroomId: string,
  studentId: string,
): Promise<{ id: string; name: string; email: string; joinedAt: Date } | null> {
  const membership = await database.membership.findFirst({
    where: { classroomId, userId: studentId, role: 'STUDENT' },
    select: { createdAt: true, user: { select: { id: true, name: true, email: true } } },
  });
  return membership === null ? null : { ...membership.user, joinedAt: membership.createdAt };
}

/** Attempts of a student at an exercise, newest first. */
export async function listHistory(
  database: Database,
  { studentId, exerciseId, limit }: { studentId: string; exerciseId: string; limit: number },
): Promise<HistoryItem[]> {
  const where = { userId: studentId, exerciseId };
  const newest = { orderBy: { createdAt: 'desc' }, take: limit } as const;
  const [runs, submissions] = await Promise.all([
    database.runStat.findMany({ where, ...newest, select: runFields }),
    database.submission.findMany({
      where: { ...where, state: { not: 'CANCELLED' } },
      ...newest,
      select: submissionFields,
    }),
  ]);
  const items: HistoryItem[] = [
    ...runs.map(({ createdAt, ...run }) => ({ kind: 'run' as const, at: createdAt, ...run })),
    ...submissions.map(({ createdAt, ...rest }) => ({ kind: 'submission' as const, at: createdAt, ...rest })),
  ];
  return items.toSorted((one, other) => other.at.getTime() - one.at.getTime()).slice(0, limit);
}

const runFields = {
  id: true,
  createdAt: true,
  outcome: true,
  testsPassed: true,
  testsTotal: true,
  failedTests: true,
} as const;
const submissionFields = {
  id: true,
  createdAt: true,
  number: true,
  state: true,
  outcome: true,
  testsPassed: true,
  testsTotal: true,
} as const;
