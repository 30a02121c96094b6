import 'server-only';
import type { Prisma } from '#prisma/client/client.ts';
import { RefusalError } from './refusal.ts';

/** What accepting an attempt needs of an exercise; the bundle itself stays in the database. */
export type CurrentVersion = { id: string; contentHash: string; offered: string[] };

/** @throws RefusalError (NO_SUCH_EXERCISE) where the exercise is unknown or retired. */
export async function requireCurrentVersion(
  tx: Prisma.TransactionClient,
  exerciseId: string,
): Promise<CurrentVersion> {
  const [version] = await tx.$queryRaw<CurrentVersion[]>`
    select v.id, v."contentHash", array(select jsonb_object_keys(v.bundle -> 'starter')) as offered
    from "Exercise" e join "ExerciseVersion" v on v.id = e."currentVersionId"
    where e.id = ${exerciseId} and e."retiredAt" is null`;
  if (version === undefined) {
    throw new RefusalError('NO_SUCH_EXERCISE', `There is no exercise called "${exerciseId}".`);
  }
  return version;
}
