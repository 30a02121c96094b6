import 'server-only';
import { Prisma } from '#prisma/client/client.ts';
import type { Database } from './database.ts';

export type SubmissionEntry = {
  id: string;
  number: number;
  state: 'QUEUED' | 'GRADING' | 'DONE' | 'FAULT' | 'CANCELLED';
  outcome: string | null;
  testsPassed: number | null;
  testsTotal: number | null;
  createdAt: Date;
};

export type RunEntry = {
  id: string;
  outcome: string;
  testsPassed: number;
  testsTotal: number;
  createdAt: Date;
};

const submissionShape = {
  id: true,
  number: true,
  state: true,
  outcome: true,
  testsPassed: true,
  testsTotal: true,
  createdAt: true,
} as const;

/** One person's submissions to an exercise, newest first. */
export async function listSubmissions(
  database: Database,
  userId: string,
  exerciseId: string,
): Promise<SubmissionEntry[]> {
  return await database.submission.findMany({
    where: { userId, exerciseId },
    orderBy: { number: 'desc' },
    select: submissionShape,
  });
}

/** One person's last runs of an exercise, newest first: when, and how many tests passed. */
export async function listRuns(
  database: Database,
  userId: string,
  exerciseId: string,
  limit: number,
): Promise<RunEntry[]> {
  return await database.runStat.findMany({
    where: { userId, exerciseId },
    orderBy: { createdAt: 'desc' },
    take: limit,
    select: { id: true, outcome: true, testsPassed: true, testsTotal: true, createdAt: true },
  });
}

/** The attempt that the workspace opens with: the newest that was not cancelled. `null` before the first. */
export async function findLatestAttemptId(
  database: Database,
  userId: string,
  exerciseId: string,
): Promise<string | null> {
  const newest = {
    orderBy: { createdAt: 'desc' },
    select: { id: true, createdAt: true },
  } as const;
  const [run, submission] = await Promise.all([
    database.run.findFirst({
      where: {
        userId,
        exerciseVersion: { exerciseId },
        state: { not: 'CANCELLED' },
        files: { not: Prisma.DbNull },
      },
      ...newest,
    }),
    database.submission.findFirst({ where: { userId, exerciseId, state: { not: 'CANCELLED' } }, ...newest }),
  ]);
  if (run === null || submission === null) return (run ?? submission)?.id ?? null;
  return run.createdAt > submission.createdAt ? run.id : submission.id;
}

export type SubmissionContext = {
  studentId: string;
  studentName: string;
  exerciseId: string;
  exerciseTitle: string;
  number: number;
  /** All submissions of this student to this exercise, oldest first. */
  siblings: SubmissionEntry[];
};

/** Whose submission it is and what stands around it. Decides nothing about who may see it. */
export async function getSubmissionContext(database: Database, id: string): Promise<SubmissionContext> {
  const row = await database.submission.findUniqueOrThrow({
    where: { id },
    select: {
      userId: true,
      exerciseId: true,
      number: true,
      user: { select: { name: true } },
      exerciseVersion: { select: { title: true } },
    },
  });
  const siblings = await listSubmissions(database, row.userId, row.exerciseId);
  return {
    studentId: row.userId,
    studentName: row.user.name,
    exerciseId: row.exerciseId,
    exerciseTitle: row.exerciseVersion.title,
    number: row.number,
    siblings: siblings.toReversed(),
  };
}
