import 'server-only';
import { z } from 'zod';
import type { Recording, Verdict } from '#grader/recording/types.ts';
import type { PrismaClient } from '#prisma/client/client.ts';
import { toFiles, toVerdict } from '#server/queue/columns.ts';
import { unpackRecordings } from '#server/queue/recordings.ts';
import { toAttemptView, type Viewer } from './view.ts';
import type { AttemptState, AttemptView } from './views.ts';

export type AttemptSummary = { id: string; kind: 'run' | 'submission'; state: AttemptState; viewer: Viewer };

const isId = (id: string): boolean => z.uuid().safeParse(id).success;

/**
 * Whose attempt it is, if this person may see it: their own runs and submissions, and submissions of students of a class
 * that they instruct, or any submission for an administrator. `null` for all else; runs are never anybody else's.
 */
export async function findAttempt(
  database: PrismaClient,
  userId: string,
  id: string,
): Promise<AttemptSummary | null> {
  if (!isId(id)) return null;
  const select = { id: true, state: true } as const;
  const run = await database.run.findFirst({ where: { id, userId }, select });
  if (run) return { ...run, kind: 'run', viewer: 'owner' };
  const own = await database.submission.findFirst({ where: { id, userId }, select });
  if (own) return { ...own, kind: 'submission', viewer: 'owner' };
  const taught = await database.submission.findFirst({
    where: { id, user: { memberships: { some: inClassOf(userId) } } },
    select,
  });
  const found = taught ?? (await findAsAdministrator(database, userId, id));
  return found && { ...found, kind: 'submission', viewer: 'instructor' };
}

async function findAsAdministrator(
  database: PrismaClient,
  userId: string,
  id: string,
): Promise<{ id: string; state: AttemptState } | null> {
  const isAdministrator =
    (await database.user.count({ where: { id: userId, role: 'ADMINISTRATOR', disabledAt: null } })) > 0;
  if (!isAdministrator) return null;
  return await database.submission.findUnique({ where: { id }, select: { id: true, state: true } });
}

/** Membership as a student of a class that this person instructs. */
function inClassOf(instructorId: string) {
  const memberships = { some: { userId: instructorId, role: 'INSTRUCTOR' } } as const;
  return { role: 'STUDENT', classroom: { memberships } } as const;
}

/** The whole attempt as this person may see it, with recordings; `null` where they may not. */
export async function findAttemptView(
  database: PrismaClient,
  userId: string,
  id: string,
): Promise<AttemptView | null> {
  const summary = await findAttempt(database, userId, id);
  if (summary === null) return null;
  return summary.kind === 'run'
    ? await readRun(database, id)
    : await readSubmission(database, id, summary.viewer);
}

const exerciseVersion = { select: { id: true, exerciseId: true } } as const;
const bytesOnly = { select: { bytes: true } } as const;
const common = {
  id: true,
  state: true,
  codeHash: true,
  files: true,
  createdAt: true,
  exerciseVersion,
} as const;

async function readRun(database: PrismaClient, id: string): Promise<AttemptView | null> {
  const row = await database.run.findUnique({
    where: { id },
    select: { ...common, verdict: true, recording: bytesOnly },
  });
  if (row === null) return null;
  const verdict = row.verdict === null ? null : toVerdict(row.verdict);
  const { exerciseVersion: version, recording, files, ...rest } = row;
  return toAttemptView(
    {
      ...rest,
      kind: 'run',
      exerciseId: version.exerciseId,
      files: files === null ? null : toFiles(files),
      verdict,
      recordings: recording ? unpackRecordings(recording.bytes) : [],
      reference: await readReference(database, version.id, verdict),
    },
    'owner',
  );
}

async function readSubmission(
  database: PrismaClient,
  id: string,
  viewer: Viewer,
): Promise<AttemptView | null> {
  const newest = {
    orderBy: { createdAt: 'desc' },
    take: 1,
    select: { verdict: true, recording: bytesOnly },
  } as const;
  const row = await database.submission.findUnique({
    where: { id },
    select: { ...common, number: true, verdicts: newest },
  });
  if (row === null) return null;
  const { exerciseVersion: version, verdicts, files, ...rest } = row;
  const [newestVerdict] = verdicts;
  const verdict = newestVerdict?.verdict ? toVerdict(newestVerdict.verdict) : null;
  const bytes = newestVerdict?.recording?.bytes;
  return toAttemptView(
    {
      ...rest,
      kind: 'submission',
      exerciseId: version.exerciseId,
      files: files === null ? null : toFiles(files),
      verdict,
      recordings: bytes ? unpackRecordings(bytes) : [],
      reference: await readReference(database, version.id, verdict),
    },
    viewer,
  );
}

async function readReference(
  database: PrismaClient,
  exerciseVersionId: string,
  verdict: Verdict | null,
): Promise<Recording[]> {
  if (verdict === null) return [];
  const key = { exerciseVersionId, engineVersion: verdict.engineVersion };
  const row = await database.recording.findUnique({
    where: { exerciseVersionId_engineVersion: key },
    select: { bytes: true },
  });
  return row ? unpackRecordings(row.bytes) : [];
}
