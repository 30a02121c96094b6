import 'server-only';
import type { LessonBundle } from '#grader/index.ts';
import type { Database } from './database.ts';
import { findLinks, type ContentLink } from './tracks.ts';

export type LessonCard = Pick<
  LessonBundle,
  'id' | 'title' | 'description' | 'level' | 'durationMinutes' | 'topics'
>;

/** A lesson to read. Its numbers and recordings were made when it was taken over: nothing is run for a page. */
export type StudentLesson = LessonCard & Pick<LessonBundle, 'blocks'> & { prerequisites: ContentLink[] };

/** The lessons on offer, in their order. */
export async function listLessons(database: Database): Promise<LessonCard[]> {
  return await database.$queryRaw<LessonCard[]>`
    select l.id, v.title, v.bundle ->> 'description' as description, v.bundle ->> 'level' as level,
      (v.bundle ->> 'durationMinutes')::int as "durationMinutes", v.bundle -> 'topics' as topics
    from "Lesson" l join "LessonVersion" v on v.id = l."currentVersionId"
    where l."retiredAt" is null
    order by l."order", l.id`;
}

/** `null` where there is no such lesson, or none any more. */
export async function findLesson(database: Database, lessonId: string): Promise<StudentLesson | null> {
  const [row] = await database.$queryRaw<{ bundle: LessonBundle }[]>`
    select v.bundle from "Lesson" l join "LessonVersion" v on v.id = l."currentVersionId"
    where l.id = ${lessonId} and l."retiredAt" is null`;
  if (row === undefined) return null;
  const { id, title, description, level, durationMinutes, topics, blocks, prerequisites } = row.bundle;
  return {
    id,
    title,
    description,
    level,
    durationMinutes,
    topics,
    blocks,
    prerequisites: await findLinks(database, prerequisites),
  };
}

/** The title, for the head of the page. */
export async function findLessonTitle(database: Database, lessonId: string): Promise<string | null> {
  const lesson = await database.lesson.findUnique({
    where: { id: lessonId, retiredAt: null },
    select: { currentVersion: { select: { title: true } } },
  });
  return lesson?.currentVersion?.title ?? null;
}
