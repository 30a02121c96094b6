import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Files } from '#grader/recording/types.ts';
import type { Prisma, PrismaClient } from '#prisma/client/client.ts';
import { codeHashOf } from '#server/queue/code-hash.ts';
import { NEWS_CHANNEL, printNews } from '#server/queue/news.ts';
import { seedOf } from '#server/queue/seed.ts';
import { acceptFiles } from './accept.ts';
import { dequeueGrading, enqueueGrading, lockAttemptsOf } from './enqueue.ts';
import { requireCurrentVersion } from './exercise-version.ts';
import type { RunAnswer } from './views.ts';

export type NewAttempt = { userId: string; exerciseId: string; files: Files; now: Date };

/**
 * Tries code against the visible tests. A run that this person still has waiting for the same exercise is superseded.
 *
 * @throws RefusalError with a sentence for the person.
 */
export async function run(
  database: PrismaClient,
  { userId, exerciseId, files, now }: NewAttempt,
): Promise<RunAnswer> {
  return await database.$transaction(async (tx) => {
    const version = await requireCurrentVersion(tx, exerciseId);
    const accepted = acceptFiles(files, version.offered);
    await lockAttemptsOf(tx, userId);
    await supersedeQueuedRuns(tx, userId, exerciseId, now);
    const id = randomUUID();
    const seed = seedOf(version.contentHash);
    const code = { files: accepted, codeHash: codeHashOf(accepted), seed };
    await tx.run.create({ data: { id, userId, exerciseVersionId: version.id, ...code, createdAt: now } });
    await enqueueGrading(tx, { kind: 'run', id });
    return { id };
  });
}

async function supersedeQueuedRuns(
  tx: Prisma.TransactionClient,
  userId: string,
  exerciseId: string,
  now: Date,
): Promise<void> {
  const cancelled = await tx.run.updateManyAndReturn({
    where: { userId, state: 'QUEUED', exerciseVersion: { exerciseId } },
    data: { state: 'CANCELLED', finishedAt: now },
    select: { id: true },
  });
  for (const { id } of cancelled) {
    await dequeueGrading(tx, id);
    await tellFinished(tx, id);
  }
}

/** Tells every page that watches the attempt to read it again. */
export async function tellFinished(tx: Prisma.TransactionClient, id: string): Promise<void> {
  await tx.$executeRaw`select pg_notify(${NEWS_CHANNEL}, ${printNews({ id, event: 'finished' })})`;
}
