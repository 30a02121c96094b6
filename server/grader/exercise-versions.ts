// Exercise versions as a grader needs them: the bundle, and the recordings of its reference solution, which are made
// once per version and engine and kept in the database.
import { ENGINE_VERSION, type ExerciseBundle, type Grader } from '#grader/index.ts';
import type { Recording } from '#grader/recording/types.ts';
import type { PrismaClient } from '#prisma/client/client.ts';
import { toBundle } from '../queue/columns.ts';
import { packRecordings, unpackRecordings } from '../queue/recordings.ts';
import { seedOf } from '../queue/seed.ts';

type ReadyVersion = { bundle: ExerciseBundle; reference: Recording[] | undefined };

export type ExerciseVersions = {
  /** @throws Error where there is no such version. */
  get(versionId: string): Promise<ReadyVersion>;
};

/** Versions never change, so the last few stay in memory. */
const KEPT_VERSIONS = 50;

export function makeExerciseVersions(database: PrismaClient, grader: Grader): ExerciseVersions {
  const kept = new Map<string, Promise<ReadyVersion>>();

  async function load(versionId: string): Promise<ReadyVersion> {
    const { bundle } = await database.exerciseVersion.findUniqueOrThrow({
      where: { id: versionId },
      select: { bundle: true },
    });
    const exercise = toBundle(bundle);
    return { bundle: exercise, reference: await findOrMakeReference(database, grader, versionId, exercise) };
  }

  async function get(versionId: string): Promise<ReadyVersion> {
    const known = kept.get(versionId);
    if (known) return await known;
    const loading = load(versionId);
    kept.set(versionId, loading);
    loading.catch(() => kept.delete(versionId));
    const oldest = kept.keys().next();
    if (kept.size > KEPT_VERSIONS && !oldest.done) kept.delete(oldest.value);
    return await loading;
  }

  return { get };
}

/** `undefined` where the reference solution does not pass: then verdicts go without a first difference. */
async function findOrMakeReference(
  database: PrismaClient,
  grader: Grader,
  versionId: string,
  exercise: ExerciseBundle,
): Promise<Recording[] | undefined> {
  const key = { exerciseVersionId: versionId, engineVersion: ENGINE_VERSION };
  const stored = await database.recording.findUnique({
    where: { exerciseVersionId_engineVersion: key },
    select: { bytes: true },
  });
  if (stored) return unpackRecordings(stored.bytes);
  const [path] = Object.keys(exercise.solution);
  if (path === undefined) return undefined;
  const files = { [path]: exercise.solution[path] ?? '' };
  const seed = seedOf(exercise.contentHash);
  const { verdict, recordings } = await grader.grade({ exercise, files, seed, tests: 'all' });
  if (verdict.outcome !== 'passed') {
    console.error(`The reference solution of ${exercise.id} (${exercise.contentHash}) does not pass.`);
    return undefined;
  }
  await database.recording.createMany({
    data: [{ ...key, bytes: packRecordings(recordings) }],
    skipDuplicates: true,
  });
  return recordings;
}
