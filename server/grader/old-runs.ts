import type { PrismaClient } from '#prisma/client/client.ts';
import { Prisma } from '#prisma/client/client.ts';

/** Sources of runs are private and kept for so long. */
export const RUN_SOURCE_DAYS = 7;

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Deletes the source and the recording of every ended run older than seven days; verdict and statistics stay.
 *
 * @returns How many runs lost their source.
 */
export async function deleteOldRunSources(database: PrismaClient, now: Date): Promise<number> {
  const before = new Date(now.getTime() - RUN_SOURCE_DAYS * DAY_MS);
  // One that still waits needs its source; its turn comes an hour after it has ended.
  const old = { createdAt: { lt: before }, finishedAt: { not: null } };
  return await database.$transaction(async (tx) => {
    await tx.recording.deleteMany({ where: { run: old } });
    const { count } = await tx.run.updateMany({
      where: { ...old, files: { not: Prisma.AnyNull } },
      data: { files: Prisma.DbNull },
    });
    return count;
  });
}
