import 'server-only';
import type { Database } from './database.ts';
import { makeMatrix } from './matrix.ts';
import type { AttemptCount, Matrix } from './matrix.ts';

/** A class at a glance. Whoever asks must be its instructor: see requireInstructor. */
export async function findClassMatrix(database: Database, classroomId: string): Promise<Matrix> {
  const [students, exercises, counts] = await Promise.all([
    listStudents(database, classroomId),
    listExercises(database),
    countAttempts(database, classroomId),
  ]);
  return makeMatrix(students, exercises, counts);
}

async function listStudents(
  database: Database,
  classroomId: string,
): Promise<{ id: string; name: string }[]> {
  return await database.user.findMany({
    where: { memberships: { some: { classroomId, role: 'STUDENT' } } },
    select: { id: true, name: true },
  });
}

async function listExercises(database: Database): Promise<{ id: string; title: string }[]> {
  const exercises = await database.exercise.findMany({
    where: { retiredAt: null, currentVersionId: { not: null } },
    select: { id: true, currentVersion: { select: { title: true } } },
    orderBy: [{ order: 'asc' }, { id: 'asc' }],
  });
  return exercises.map(({ id, currentVersion }) => ({ id, title: currentVersion?.title ?? id }));
}

/**
 * One row per student and exercise with any attempt. A run shows the visible tests only, so what a student has
 * is told by submissions as soon as there is one.
 */
async function countAttempts(database: Database, classroomId: string): Promise<AttemptCount[]> {
  return await database.$queryRaw<AttemptCount[]>`
    with attempts as (
      select "userId", "exerciseId", 0 as kind, coalesce("testsPassed", 0) as passed,
        coalesce("testsTotal", 0) as total, outcome, "createdAt"
      from "Submission" where state = 'DONE'
      union all
      select "userId", "exerciseId", 1, "testsPassed", "testsTotal", outcome, "createdAt" from "RunStat"
    )
    select a."userId", a."exerciseId",
      (count(*) filter (where kind = 1))::int as runs,
      (count(*) filter (where kind = 0))::int as submissions,
      coalesce(bool_or(kind = 0 and outcome = 'passed'), false) as "hasPassed",
      (array_agg(passed order by kind, passed desc, a."createdAt" desc))[1] as "testsPassed",
      (array_agg(total order by kind, passed desc, a."createdAt" desc))[1] as "testsTotal",
      max(a."createdAt") as "lastAttemptAt"
    from attempts a
    join "Membership" m on m."userId" = a."userId" and m.role = 'STUDENT' and m."classroomId" = ${classroomId}
    group by a."userId", a."exerciseId"`;
}
