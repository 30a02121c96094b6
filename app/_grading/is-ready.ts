import 'server-only';
import type { PrismaClient } from '#prisma/client/client.ts';

/** Whether the database answers and both its schemas, ours and the queue's, have been made. */
export async function isReady(database: PrismaClient): Promise<boolean> {
  try {
    const [row] = await database.$queryRaw<{ made: boolean }[]>`
      select to_regclass('"Submission"') is not null
        and to_regclass('graphile_worker.jobs') is not null as made`;
    return row?.made === true;
  } catch {
    return false;
  }
}
