// Brings the exercises folder into the database. The database holds whole exercises, so graders need no shared disk.
import path from 'node:path';
import {
  ExerciseError,
  listExercises,
  loadExercise,
  makeGrader,
  type ExerciseBundle,
} from '#grader/index.ts';
import { makeDatabase } from '#prisma/database.ts';
import type { Prisma, PrismaClient } from '#prisma/client/client.ts';

type BrokenExercise = {
  /** Name of its folder. */
  exercise: string;
  /** What is wrong, with file and line or field. */
  message: string;
};

/** Exercise ids, by what happened to them. */
export type SyncReport = {
  added: string[];
  updated: string[];
  unchanged: string[];
  /** The folder is gone; kept for its submissions, offered no more. */
  retired: string[];
  /** Retired before, and back again. */
  restored: string[];
  broken: BrokenExercise[];
};

/**
 * Makes the database offer what the folder holds. Idempotent; two at once are safe. An exercise that cannot be read is
 * reported and left as the database has it.
 *
 * @param exercisesRoot Folder with one folder per exercise.
 * @throws ExerciseError where the folder is not there, and Error where the database cannot be reached.
 */
export async function syncExercises(
  databaseUrl: string,
  exercisesRoot: string,
  now: Date = new Date(),
): Promise<SyncReport> {
  const database = makeDatabase(databaseUrl);
  try {
    return await store(database, await readFolders(exercisesRoot), now);
  } finally {
    await database.$disconnect();
  }
}

type Read = { bundles: ExerciseBundle[]; broken: BrokenExercise[] };

async function readFolders(root: string): Promise<Read> {
  const grader = makeGrader();
  const read: Read = { bundles: [], broken: [] };
  try {
    for (const exercise of listExercises(root)) {
      try {
        read.bundles.push(await loadExercise(path.join(root, exercise), grader));
      } catch (error) {
        if (!(error instanceof ExerciseError)) throw error;
        read.broken.push({ exercise, message: error.problems.join('; ') });
      }
    }
  } finally {
    await grader.close();
  }
  return read;
}

async function store(database: PrismaClient, { bundles, broken }: Read, now: Date): Promise<SyncReport> {
  const report: SyncReport = {
    added: [],
    updated: [],
    unchanged: [],
    retired: [],
    restored: [],
    broken,
  };
  return await database.$transaction(
    async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('interleave content sync', 0))`;
      for (const bundle of bundles) report[await storeExercise(tx, bundle)].push(bundle.id);
      const present = [...bundles.map(({ id }) => id), ...broken.map(({ exercise }) => exercise)];
      report.retired = await retireAllBut(tx, present, now);
      return report;
    },
    { timeout: 60_000 },
  );
}

type Change = 'added' | 'updated' | 'unchanged' | 'restored';

async function storeExercise(tx: Prisma.TransactionClient, bundle: ExerciseBundle): Promise<Change> {
  const { id, order } = bundle;
  const before = await tx.exercise.findUnique({
    where: { id },
    select: { currentVersionId: true, retiredAt: true, order: true },
  });
  if (before === null) await tx.exercise.create({ data: { id, order } });
  const currentVersionId = await storeVersion(tx, bundle);
  const change = changeOf(before, currentVersionId);
  if (change !== 'unchanged' || before?.order !== order) {
    await tx.exercise.update({ where: { id }, data: { order, currentVersionId, retiredAt: null } });
  }
  return change;
}

function changeOf(
  before: { currentVersionId: string | null; retiredAt: Date | null } | null,
  versionId: string,
): Change {
  if (before === null) return 'added';
  if (before.retiredAt !== null) return 'restored';
  return before.currentVersionId === versionId ? 'unchanged' : 'updated';
}

/** @returns The id of the version with this content, which is made if it is new. */
async function storeVersion(tx: Prisma.TransactionClient, bundle: ExerciseBundle): Promise<string> {
  const { id: exerciseId, contentHash, title } = bundle;
  const known = await tx.exerciseVersion.findUnique({
    where: { exerciseId_contentHash: { exerciseId, contentHash } },
    select: { id: true },
  });
  if (known) return known.id;
  const data = { exerciseId, contentHash, title, bundle };
  const made = await tx.exerciseVersion.create({ data, select: { id: true } });
  return made.id;
}

async function retireAllBut(tx: Prisma.TransactionClient, present: string[], now: Date): Promise<string[]> {
  const gone = await tx.exercise.updateManyAndReturn({
    where: { id: { notIn: present }, retiredAt: null },
    data: { retiredAt: now },
    select: { id: true },
  });
  return gone.map(({ id }) => id).toSorted();
}
