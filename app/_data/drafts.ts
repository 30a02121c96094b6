import 'server-only';
import { Prisma } from '#prisma/client/client.ts';
import type { Database } from './database.ts';

export type StoredDraft = {
  source: string;
  revision: number;
  /** ISO 8601. */
  savedAt: string;
};

export type DraftSave = {
  userId: string;
  exerciseId: string;
  path: string;
  source: string;
  /** What the change is built on; 0 where the server had nothing. */
  revision: number;
  now: Date;
};

export type DraftSaved =
  | { kind: 'saved'; revision: number; savedAt: string }
  | { kind: 'conflict'; revision: number; source: string }
  | { kind: 'no-such-file' };

const shape = { source: true, revision: true, updatedAt: true, path: true } as const;

/** One person's drafts of one exercise, by path. */
export async function listDrafts(
  database: Database,
  userId: string,
  exerciseId: string,
): Promise<{ [path: string]: StoredDraft }> {
  const rows = await database.draft.findMany({ where: { userId, exerciseId }, select: shape });
  return Object.fromEntries(
    rows.map(({ path, source, revision, updatedAt }) => [
      path,
      { source, revision, savedAt: updatedAt.toISOString() },
    ]),
  );
}

/** Saves where `revision` is still the newest; otherwise nothing changes and the newest is given back. */
export async function saveDraft(database: Database, save: DraftSave): Promise<DraftSaved> {
  if (!(await isOffered(database, save))) return { kind: 'no-such-file' };
  const { userId, exerciseId, path, source, revision, now } = save;
  const saved: DraftSaved = { kind: 'saved', revision: revision + 1, savedAt: now.toISOString() };
  const updated = await database.draft.updateMany({
    where: { userId, exerciseId, path, revision },
    data: { source, revision: revision + 1, updatedAt: now },
  });
  if (updated.count === 1) return saved;
  const newest = await database.draft.findUnique({
    where: { userId_exerciseId_path: { userId, exerciseId, path } },
    select: shape,
  });
  if (newest !== null) return afterConflict(newest, source);
  return (await createDraft(database, save)) ?? (await saveDraft(database, save));
}

/** The same text saved twice (an answer that was lost, and asked for again) is no conflict. */
function afterConflict(
  newest: { source: string; revision: number; updatedAt: Date },
  source: string,
): DraftSaved {
  const { revision } = newest;
  return newest.source === source
    ? { kind: 'saved', revision, savedAt: newest.updatedAt.toISOString() }
    : { kind: 'conflict', revision, source: newest.source };
}

/** `null` where another request made it first. */
async function createDraft(database: Database, save: DraftSave): Promise<DraftSaved | null> {
  const { userId, exerciseId, path, source, revision, now } = save;
  try {
    const data = { userId, exerciseId, path, source, revision: revision + 1, updatedAt: now };
    await database.draft.create({ data, select: { id: true } });
    return { kind: 'saved', revision: revision + 1, savedAt: now.toISOString() };
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return null;
    throw error;
  }
}

async function isOffered(database: Database, { exerciseId, path }: DraftSave): Promise<boolean> {
  const rows = await database.$queryRaw<{ found: boolean }[]>`
    select jsonb_exists(v.bundle -> 'starter', ${path}) as found
    from "Exercise" e join "ExerciseVersion" v on v.id = e."currentVersionId"
    where e.id = ${exerciseId} and e."retiredAt" is null`;
  return rows[0]?.found === true;
}
