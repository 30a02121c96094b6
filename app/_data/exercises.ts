import 'server-only';
import type { Files } from '#grader/recording/types.ts';
import type { Database } from './database.ts';
import { listProgress, type ExerciseProgress } from './progress.ts';
import { findLinks, findPlace, type ContentLink, type Place } from './tracks.ts';

export type Level = 'introductory' | 'intermediate' | 'advanced';

export type ExerciseCard = {
  id: string;
  title: string;
  description: string;
  level: Level;
  durationMinutes: number;
  topics: string[];
  progress: ExerciseProgress;
};

/** All that a student may have of an exercise: no solution, no scenario, no name of a hidden test. */
export type StudentExercise = {
  id: string;
  title: string;
  description: string;
  level: Level;
  durationMinutes: number;
  topics: string[];
  /** Markdown. */
  instructions: string;
  /** Markdown, one per hint. */
  hints: string[];
  starter: Files;
  /** The tests are a spec of somebody else's, which runs beside the student's code. */
  isOpen: boolean;
  /** Where it comes from, if somebody else wrote it. */
  source: { name: string; url: string; license: string; authors: string[] } | null;
  visibleTests: string[];
  hiddenTests: number;
  /** What is good to have done before. */
  prerequisites: ContentLink[];
  /** Where it stands among tracks, lessons and other exercises. */
  place: Place;
};

type CardRow = Omit<ExerciseCard, 'progress'>;

/** The exercises on offer, in their order, with this person's progress. */
export async function listExercises(database: Database, userId: string): Promise<ExerciseCard[]> {
  const rows = await database.$queryRaw<CardRow[]>`
    select e.id, v.title, v.bundle ->> 'description' as description, v.bundle ->> 'level' as level,
      (v.bundle ->> 'durationMinutes')::int as "durationMinutes", v.bundle -> 'topics' as topics
    from "Exercise" e join "ExerciseVersion" v on v.id = e."currentVersionId"
    where e."retiredAt" is null
    order by e."order", e.id`;
  const progress = new Map((await listProgress(database, userId)).map((entry) => [entry.exerciseId, entry]));
  return rows.flatMap((row) => {
    const entry = progress.get(row.id);
    return entry === undefined ? [] : [{ ...row, progress: entry }];
  });
}

type ExerciseRow = Omit<StudentExercise, 'visibleTests' | 'hiddenTests' | 'prerequisites' | 'place'> & {
  prerequisites: string[] | null;
  tests: { name: string; hidden: boolean }[];
};

/**
 * `null` where there is no such exercise, or none any more.
 *
 * @param trackId The track that one comes from, for what stands in several.
 */
export async function findStudentExercise(
  database: Database,
  exerciseId: string,
  trackId?: string,
): Promise<StudentExercise | null> {
  const [row] = await database.$queryRaw<ExerciseRow[]>`
    select e.id, v.title, v.bundle ->> 'description' as description, v.bundle ->> 'level' as level,
      (v.bundle ->> 'durationMinutes')::int as "durationMinutes", v.bundle -> 'topics' as topics,
      v.bundle ->> 'instructions' as instructions, v.bundle -> 'hints' as hints, v.bundle -> 'starter' as starter,
      jsonb_exists(v.bundle, 'spec') as "isOpen", v.bundle -> 'source' as source, v.bundle -> 'tests' as tests,
      v.bundle -> 'prerequisites' as prerequisites
    from "Exercise" e join "ExerciseVersion" v on v.id = e."currentVersionId"
    where e.id = ${exerciseId} and e."retiredAt" is null`;
  if (row === undefined) return null;
  const { tests, prerequisites, ...exercise } = row;
  return {
    ...exercise,
    visibleTests: tests.filter((test) => !test.hidden).map((test) => test.name),
    hiddenTests: tests.filter((test) => test.hidden).length,
    prerequisites: await findLinks(database, prerequisites ?? []),
    place: await findPlace(database, exerciseId, trackId),
  };
}

/** The title, also of a retired exercise: its submissions remain. */
export async function findExerciseTitle(database: Database, exerciseId: string): Promise<string | null> {
  const version = await database.exerciseVersion.findFirst({
    where: { exerciseId },
    orderBy: { createdAt: 'desc' },
    select: { title: true },
  });
  return version?.title ?? null;
}

/** Whether its tests run beside the student's code; of a retired exercise, the latest version's. */
export async function isOpenExercise(database: Database, exerciseId: string): Promise<boolean> {
  const [version] = await database.$queryRaw<{ isOpen: boolean }[]>`
    select jsonb_exists(bundle, 'spec') as "isOpen" from "ExerciseVersion"
    where "exerciseId" = ${exerciseId} order by "createdAt" desc limit 1`;
  return version?.isOpen ?? false;
}

/** Whether this person has handed in code that passed. */
export async function hasPassed(database: Database, userId: string, exerciseId: string): Promise<boolean> {
  return (await database.submission.count({ where: { userId, exerciseId, outcome: 'passed' } })) > 0;
}

/** The reference solution, for those who have passed; `null` for everybody else. */
export async function findSolution(
  database: Database,
  userId: string,
  exerciseId: string,
): Promise<Files | null> {
  if (!(await hasPassed(database, userId, exerciseId))) return null;
  const [row] = await database.$queryRaw<{ solution: Files }[]>`
    select v.bundle -> 'solution' as solution
    from "Exercise" e join "ExerciseVersion" v on v.id = e."currentVersionId"
    where e.id = ${exerciseId}`;
  return row?.solution ?? null;
}
