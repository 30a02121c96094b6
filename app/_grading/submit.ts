import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Prisma, PrismaClient } from '#prisma/client/client.ts';
import { codeHashOf } from '#server/queue/code-hash.ts';
import { seedOf } from '#server/queue/seed.ts';
import { acceptFiles } from './accept.ts';
import { enqueueGrading, lockAttemptsOf } from './enqueue.ts';
import { requireCurrentVersion, type CurrentVersion } from './exercise-version.ts';
import { RefusalError } from './refusal.ts';
import type { NewAttempt } from './run.ts';
import type { SubmissionAnswer } from './views.ts';

/** Submissions of one person that may wait at a time, over all web processes. */
export const MAXIMUM_QUEUED_SUBMISSIONS = 10;

/**
 * Hands code in: a row and a job in one transaction. Code that equals the latest submission to the same version of the
 * exercise gives that submission back.
 *
 * @throws RefusalError with a sentence for the person.
 */
export async function submit(
  database: PrismaClient,
  { userId, exerciseId, files, now }: NewAttempt,
): Promise<SubmissionAnswer> {
  return await database.$transaction(async (tx) => {
    const version = await requireCurrentVersion(tx, exerciseId);
    const accepted = acceptFiles(files, version.offered);
    const codeHash = codeHashOf(accepted);
    await lockAttemptsOf(tx, userId);
    const latest = await findLatest(tx, userId, exerciseId);
    if (latest && isSame(latest, version, codeHash)) {
      return { id: latest.id, number: latest.number, existing: true };
    }
    await refuseWhenTooManyWait(tx, userId);
    const id = randomUUID();
    const number = (latest?.number ?? 0) + 1;
    const code = { files: accepted, codeHash, seed: seedOf(version.contentHash) };
    const row = { id, userId, exerciseId, exerciseVersionId: version.id, number, createdAt: now };
    await tx.submission.create({ data: { ...row, ...code } });
    await enqueueGrading(tx, { kind: 'submission', id });
    return { id, number, existing: false };
  });
}

type Latest = { id: string; number: number; codeHash: string; exerciseVersionId: string; state: string };

async function findLatest(
  tx: Prisma.TransactionClient,
  userId: string,
  exerciseId: string,
): Promise<Latest | null> {
  return await tx.submission.findFirst({
    where: { userId, exerciseId },
    orderBy: { number: 'desc' },
    select: { id: true, number: true, codeHash: true, exerciseVersionId: true, state: true },
  });
}

/** A fault of ours or a cancelled submission is no reason not to grade the same code again. */
function isSame(latest: Latest, version: CurrentVersion, codeHash: string): boolean {
  const counts = latest.state !== 'FAULT' && latest.state !== 'CANCELLED';
  return counts && latest.codeHash === codeHash && latest.exerciseVersionId === version.id;
}

async function refuseWhenTooManyWait(tx: Prisma.TransactionClient, userId: string): Promise<void> {
  const waiting = await tx.submission.count({ where: { userId, state: 'QUEUED' } });
  if (waiting < MAXIMUM_QUEUED_SUBMISSIONS) return;
  const sentence = `${waiting} of your submissions are waiting to be graded; submit again when one is done.`;
  throw new RefusalError('TOO_MANY_QUEUED', sentence);
}
