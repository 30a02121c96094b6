import 'server-only';
import type { Prisma } from '#prisma/client/client.ts';
import { FILL_DEMO, GRADE_ATTEMPT, PRIORITY, type AttemptRef } from '#server/queue/jobs.ts';

/** Puts the attempt in the queue, on the same connection as its row: both are there or neither. */
export async function enqueueGrading(tx: Prisma.TransactionClient, ref: AttemptRef): Promise<void> {
  await tx.$executeRaw`select graphile_worker.add_job(
    identifier => ${GRADE_ATTEMPT}, payload => ${JSON.stringify(ref)}::json,
    job_key => ${ref.id}, priority => ${PRIORITY[ref.kind]}::int)`;
}

/** Takes a queued attempt out again; one that is being graded is not tried a second time. */
export async function dequeueGrading(tx: Prisma.TransactionClient, id: string): Promise<void> {
  await tx.$executeRaw`select graphile_worker.remove_job(${id})`;
}

/** Asks a grader process to fill the demo class. Asking twice is asking once. */
export async function enqueueDemo(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$executeRaw`select graphile_worker.add_job(
    identifier => ${FILL_DEMO}, job_key => ${FILL_DEMO}, priority => ${PRIORITY.demo}::int)`;
}

/**
 * The attempt's place in the queue, counting from 1, by what graders take first; 1 also for one that has just been
 * taken.
 */
export async function placeInQueue(tx: Prisma.TransactionClient, id: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ ahead: number }[]>`
    select count(*)::int as ahead
    from graphile_worker.jobs mine
    join graphile_worker.jobs other
      on other.locked_at is null and other.attempts < other.max_attempts and other.run_at <= now()
      and (other.priority, other.run_at, other.id) < (mine.priority, mine.run_at, mine.id)
    where mine.key = ${id}`;
  return (row?.ahead ?? 0) + 1;
}

/** Makes the attempts of one person wait for each other until the end of the transaction. */
export async function lockAttemptsOf(tx: Prisma.TransactionClient, userId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('interleave attempts of ' || ${userId}, 0))`;
}
