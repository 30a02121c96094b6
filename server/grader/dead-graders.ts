import type { PrismaClient } from '#prisma/client/client.ts';
import { aliveLockKey } from './alive-lock.ts';

/**
 * Gives the jobs of graders that died back to the queue: those whose `locked_by` belongs to no held advisory lock.
 * The lock is tried for one transaction only, so two graders that look at once do no harm.
 *
 * @param self The caller's own worker pool, which is alive whatever the lock says.
 * @returns The owners whose jobs were given back.
 */
export async function unlockDeadGraders(database: PrismaClient, self: string | null): Promise<string[]> {
  return await database.$transaction(async (tx) => {
    const owners = await tx.$queryRaw<{ owner: string }[]>`
      select distinct locked_by as owner from graphile_worker.jobs
      where locked_by is not null and locked_by is distinct from ${self}`;
    const dead: string[] = [];
    for (const { owner } of owners) {
      const [row] = await tx.$queryRawUnsafe<{ free: boolean }[]>(
        `select pg_try_advisory_xact_lock(${aliveLockKey('$1')}) as free`,
        owner,
      );
      if (row?.free === true) dead.push(owner);
    }
    if (dead.length === 0) return dead;
    await tx.$executeRaw`select graphile_worker.force_unlock_workers(${dead})`;
    // Wakes idle graders at once, with the message that Graphile Worker sends for a new job.
    await tx.$executeRaw`select pg_notify('jobs:insert', ${JSON.stringify({ r: dead[0], count: 64 })})`;
    return dead;
  });
}
