// Brings the content folders into the database: exercises, lessons and tracks. The database holds them whole, so graders and
// pages need no shared disk.
import {
  ContentError,
  findReferenceProblems,
  GraderUnavailableError,
  listContent,
  loadExercise,
  loadLesson,
  loadTrack,
  makeGrader,
  problemsOf,
  type BrokenContent,
  type ContentFolder,
  type ContentKind,
  type ExerciseBundle,
  type Grader,
  type LessonBundle,
  type TrackBundle,
} from '#grader/index.ts';
import { Prisma } from '#prisma/client/client.ts';
import { makeDatabase } from '#prisma/database.ts';
import { toColumn } from './queue/columns.ts';

/** Ids, by what happened to them. */
export type SyncReport = {
  added: string[];
  updated: string[];
  unchanged: string[];
  /** The folder is gone; kept for its submissions, offered no more. */
  retired: string[];
  /** Retired before, and back again. */
  restored: string[];
  /** Refused, with the reasons. */
  broken: BrokenContent[];
};

/**
 * Makes the database offer what the folders hold. Idempotent; two at once are safe. What cannot be read is reported and left
 * as the database has it.
 *
 * @param roots Folders with one folder per exercise, lesson or track.
 * @throws ContentError where a folder is not there, and Error where the database cannot be reached.
 */
export async function syncContent(
  databaseUrl: string,
  roots: readonly string[],
  now: Date = new Date(),
): Promise<SyncReport> {
  const database = makeDatabase(databaseUrl);
  try {
    return await database.$transaction(async (tx) => await syncInside(tx, roots, now), {
      timeout: SYNC_LIMIT_MS,
    });
  } finally {
    await database.$disconnect();
  }
}

/** Reading runs every reference solution and every snippet. */
const SYNC_LIMIT_MS = 15 * 60_000;

/** The lock is held while the folders are read: what an earlier sync has read must not be stored after what a later one has. */
async function syncInside(
  tx: Prisma.TransactionClient,
  roots: readonly string[],
  now: Date,
): Promise<SyncReport> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('interleave content sync', 0))`;
  return await store(tx, await readFolders(roots), now);
}

type Bundle = ExerciseBundle | LessonBundle | TrackBundle;
type Read = { loaded: { kind: ContentKind; bundle: Bundle }[]; broken: BrokenContent[] };

async function readFolders(roots: readonly string[]): Promise<Read> {
  // Ours come first and are always there; a folder without content is one that was not mounted.
  for (const root of roots.slice(1)) requireContent(root);
  const { folders, broken } = listContent(roots);
  const read: Read = { loaded: [], broken: [...broken] };
  const known = [...folders, ...broken];
  const grader = makeGrader();
  let unavailable: GraderUnavailableError | undefined;
  try {
    for (const folder of folders) {
      try {
        read.loaded.push({ kind: folder.kind, bundle: await load(folder, known, grader) });
      } catch (error) {
        unavailable ??= error instanceof GraderUnavailableError ? error : undefined;
        read.broken.push({ ...folder, problems: problemsOf(error) });
      }
    }
  } finally {
    await grader.close();
  }
  // Where no folder at all could be graded, it is not the folders.
  const isGraded = read.loaded.some(({ kind }) => kind !== 'track');
  if (unavailable !== undefined && !isGraded) throw unavailable;
  return read;
}

/** To go on without it would retire all that it held. */
function requireContent(root: string): void {
  const { folders, broken } = listContent([root]);
  if (folders.length + broken.length === 0)
    throw new ContentError(root, [`the folder ${root} holds no exercise, no lesson and no track`]);
}

/** @throws ContentError */
async function load(content: ContentFolder, known: ContentFolder[], grader: Grader): Promise<Bundle> {
  const problems = findReferenceProblems(content, known);
  if (problems.length > 0) throw new ContentError(content.id, problems);
  switch (content.kind) {
    case 'exercise':
      return await loadExercise(content.folder, grader);
    case 'lesson':
      return (await loadLesson(content.folder, grader)).bundle;
    case 'track':
      return loadTrack(content.folder);
    default:
      return content.kind satisfies never;
  }
}

async function store(tx: Prisma.TransactionClient, { loaded, broken }: Read, now: Date): Promise<SyncReport> {
  const report: SyncReport = {
    added: [],
    updated: [],
    unchanged: [],
    retired: [],
    restored: [],
    broken,
  };
  for (const { kind, bundle } of loaded)
    report[await storeContent(tx, shelves[kind], bundle)].push(bundle.id);
  for (const kind of ['exercise', 'lesson', 'track'] as const) {
    const present = [
      ...loaded.filter((content) => content.kind === kind).map(({ bundle }) => bundle.id),
      ...broken.map(({ id }) => id),
    ];
    report.retired.push(...(await retireAllBut(tx, shelves[kind], present, now)));
  }
  return report;
}

/** Where content of a kind is kept: all kinds are kept alike. */
type Shelf = { table: Prisma.Sql; versions: Prisma.Sql; owner: Prisma.Sql };

const shelves = {
  exercise: shelf('Exercise', 'exerciseId'),
  lesson: shelf('Lesson', 'lessonId'),
  track: shelf('Track', 'trackId'),
} satisfies Record<ContentKind, Shelf>;

function shelf(table: string, owner: string): Shelf {
  return {
    table: Prisma.raw(`"${table}"`),
    versions: Prisma.raw(`"${table}Version"`),
    owner: Prisma.raw(`"${owner}"`),
  };
}

type Change = 'added' | 'updated' | 'unchanged' | 'restored';
type Stored = { currentVersionId: string | null; retiredAt: Date | null; order: number };

async function storeContent(tx: Prisma.TransactionClient, on: Shelf, bundle: Bundle): Promise<Change> {
  const { id, order } = bundle;
  const [before] = await tx.$queryRaw<Stored[]>`
    select "currentVersionId", "retiredAt", "order" from ${on.table} where id = ${id}`;
  if (before === undefined)
    await tx.$executeRaw`insert into ${on.table} (id, "order") values (${id}, ${order})`;
  const versionId = await storeVersion(tx, on, bundle);
  const change = changeOf(before, versionId);
  if (change !== 'unchanged' || before?.order !== order) {
    await tx.$executeRaw`
      update ${on.table} set "order" = ${order}, "currentVersionId" = ${versionId}, "retiredAt" = null
      where id = ${id}`;
  }
  return change;
}

function changeOf(before: Stored | undefined, versionId: string): Change {
  if (before === undefined) return 'added';
  if (before.retiredAt !== null) return 'restored';
  return before.currentVersionId === versionId ? 'unchanged' : 'updated';
}

/** @returns The id of the version with this content, which is made if it is new. */
async function storeVersion(tx: Prisma.TransactionClient, on: Shelf, bundle: Bundle): Promise<string> {
  const { id, contentHash, title } = bundle;
  const known = await findVersion(tx, on, bundle);
  if (known !== undefined) return known;
  const json = JSON.stringify(toColumn(bundle));
  await tx.$executeRaw`
    insert into ${on.versions} (id, ${on.owner}, "contentHash", title, bundle)
    values (gen_random_uuid()::text, ${id}, ${contentHash}, ${title}, ${json}::jsonb)`;
  const made = await findVersion(tx, on, bundle);
  if (made === undefined) throw new Error(`the version ${contentHash} of "${id}" was not stored`);
  return made;
}

async function findVersion(
  tx: Prisma.TransactionClient,
  on: Shelf,
  { id, contentHash }: Bundle,
): Promise<string | undefined> {
  const [version] = await tx.$queryRaw<{ id: string }[]>`
    select id from ${on.versions} where ${on.owner} = ${id} and "contentHash" = ${contentHash}`;
  return version?.id;
}

async function retireAllBut(
  tx: Prisma.TransactionClient,
  on: Shelf,
  present: string[],
  now: Date,
): Promise<string[]> {
  const gone = await tx.$queryRaw<{ id: string }[]>`
    update ${on.table} set "retiredAt" = ${now}
    where "retiredAt" is null and not (id = any(${present})) returning id`;
  return gone.map(({ id }) => id).toSorted();
}
