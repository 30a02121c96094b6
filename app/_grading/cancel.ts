import 'server-only';
import type { PrismaClient } from '#prisma/client/client.ts';
import { dequeueGrading } from './enqueue.ts';
import { RefusalError } from './refusal.ts';
import { tellFinished } from './run.ts';

/**
 * Takes back an attempt of one's own: a submission while it waits, a run also while it is graded (its result is then
 * dropped).
 *
 * @throws RefusalError NO_SUCH_ATTEMPT where it is not this person's, TOO_LATE where it has ended or begun.
 */
export async function cancel(
  database: PrismaClient,
  { userId, id, now }: { userId: string; id: string; now: Date },
): Promise<void> {
  await database.$transaction(async (tx) => {
    const data = { state: 'CANCELLED', finishedAt: now } as const;
    const own = { id, userId };
    const runs = await tx.run.updateMany({ where: { ...own, state: { in: ['QUEUED', 'GRADING'] } }, data });
    const submissions = await tx.submission.updateMany({ where: { ...own, state: 'QUEUED' }, data });
    if (runs.count + submissions.count === 0) {
      const known = (await tx.run.count({ where: own })) + (await tx.submission.count({ where: own }));
      if (known === 0) throw new RefusalError('NO_SUCH_ATTEMPT', 'There is no such attempt of yours.');
      throw new RefusalError(
        'TOO_LATE',
        'This attempt can no longer be cancelled: it is being graded or has ended.',
      );
    }
    await dequeueGrading(tx, id);
    await tellFinished(tx, id);
  });
}
