import { afterAll, beforeAll, expect, test } from 'vitest';
import { findClassMatrix } from '#app/_data/class-progress.ts';
import { listClassrooms } from '#app/_data/classrooms.ts';
import {
  createJoinLink,
  findJoinPreview,
  isJoinLinkOver,
  joinClassroom,
  revokeJoinLink,
} from '#app/_data/join-links.ts';
import { registerAndJoin } from '#app/_data/registration.ts';
import { findInstructedClassroom } from '#app/_data/session.ts';
import { findStudentOfClass, listHistory } from '#app/_data/student-history.ts';
import type { PrismaClient } from '#prisma/client/client.ts';
import { makeTestDatabase } from '#tests/helpers/database.ts';
import type { TestDatabase } from '#tests/helpers/database.ts';
import { makeClass, makeUser } from '#tests/helpers/people.ts';
import { ADDER, offerAdder } from '#tests/helpers/queue.ts';

const now = new Date('2027-01-01T00:00:00Z');
let own: TestDatabase;
let database: PrismaClient;
beforeAll(async () => {
  own = await makeTestDatabase();
  database = own.database;
  await offerAdder(own.url);
});
afterAll(async () => await own.drop());

async function makeLink(maximumUses: number | null, expiresAt: Date | null = null) {
  const classroom = await makeClass(database, 0);
  const code = await createJoinLink(database, {
    classroomId: classroom.id,
    actorId: classroom.instructor.id,
    expiresAt,
    maximumUses,
  });
  return { classroom, code };
}

test('forty students join with one link at once', async () => {
  const { classroom, code } = await makeLink(null);
  const users = await Promise.all(Array.from({ length: 40 }, async () => await makeUser(database)));
  const results = await Promise.all(
    users.map(async ({ id }) => await joinClassroom(database, { userId: id, code, now })),
  );
  expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['joined']));
  expect(await listClassrooms(database, classroom.instructor.id)).toMatchObject([{ students: 40 }]);
});

test('a link for ten lets exactly ten of twenty in at once', async () => {
  const { classroom, code } = await makeLink(10);
  const users = await Promise.all(Array.from({ length: 20 }, async () => await makeUser(database)));
  const results = await Promise.all(
    users.map(async ({ id }) => await joinClassroom(database, { userId: id, code, now })),
  );
  expect(results.filter(({ outcome }) => outcome === 'joined')).toHaveLength(10);
  expect(results.filter(({ outcome }) => outcome === 'full')).toHaveLength(10);
  expect(await database.membership.count({ where: { classroomId: classroom.id, role: 'STUDENT' } })).toBe(10);
  expect(await database.joinLink.findUnique({ where: { code } })).toMatchObject({ uses: 10 });
});

test('joining twice, also at the same moment, is joining once', async () => {
  const { code } = await makeLink(2);
  const { id: userId } = await makeUser(database);
  const join = { userId, code, now };
  const results = await Promise.all([joinClassroom(database, join), joinClassroom(database, join)]);
  expect(results.map(({ outcome }) => outcome).toSorted()).toEqual(['already-member', 'joined']);
  expect(await database.joinLink.findUnique({ where: { code } })).toMatchObject({ uses: 1 });
});

test('looking at a link joins nobody', async () => {
  const { classroom, code } = await makeLink(1);
  const { id: userId } = await makeUser(database);
  for (let looks = 0; looks < 3; looks += 1)
    expect(await findJoinPreview(database, { code, userId, now })).toMatchObject({
      state: 'open',
      isMember: false,
      classroom: { id: classroom.id },
    });
});

test('a revoked and an expired link let nobody in, and only its own class can revoke one', async () => {
  const { classroom, code } = await makeLink(null);
  const other = await makeClass(database, 0);
  const link = await database.joinLink.findUniqueOrThrow({ where: { code } });
  const revocation = { linkId: link.id, actorId: other.instructor.id, now };
  await revokeJoinLink(database, { ...revocation, classroomId: other.id });
  expect(await isJoinLinkOver(database, code, now)).toBe(false);
  await revokeJoinLink(database, { ...revocation, classroomId: classroom.id });
  expect(await isJoinLinkOver(database, code, now)).toBe(true);
  const { id: userId } = await makeUser(database);
  expect(await joinClassroom(database, { userId, code, now })).toEqual({ outcome: 'revoked' });
  const expired = await makeLink(null, now);
  expect(await joinClassroom(database, { userId, code: expired.code, now })).toEqual({ outcome: 'expired' });
  expect(await joinClassroom(database, { userId, code: 'no-such-code', now })).toEqual({
    outcome: 'unknown',
  });
});

test('registering with a link that is full makes no account', async () => {
  const { code } = await makeLink(1);
  const account = { code, name: 'Bo', passwordHash: 'hash', now };
  const results = await Promise.all(
    ['one@x.test', 'two@x.test'].map(async (email) => await registerAndJoin(database, { ...account, email })),
  );
  expect(results.map(({ outcome }) => outcome).toSorted()).toEqual(['done', 'full']);
  const made = await database.user.findMany({ where: { email: { endsWith: '@x.test' } } });
  expect(made).toHaveLength(1); // whichever was first
  const email = ` ${made[0]?.email.toUpperCase()} `;
  expect(await registerAndJoin(database, { ...account, email })).toEqual({ outcome: 'email-taken' });
});

test('a class, and its students, exist for its own instructor only', async () => {
  const mine = await makeClass(database, 1);
  const other = await makeClass(database, 1);
  const [student] = mine.students;
  const [stranger] = other.students;
  if (student === undefined || stranger === undefined) throw new Error('no student');
  expect(await findInstructedClassroom(database, mine.instructor.id, mine.id)).toMatchObject({ id: mine.id });
  expect(await findInstructedClassroom(database, other.instructor.id, mine.id)).toBeNull();
  expect(await findInstructedClassroom(database, student.id, mine.id)).toBeNull();
  expect(await findStudentOfClass(database, mine.id, student.id)).toMatchObject({ id: student.id });
  expect(await findStudentOfClass(database, mine.id, stranger.id)).toBeNull();
  expect(await findStudentOfClass(database, mine.id, mine.instructor.id)).toBeNull();
});

test('the matrix counts what was graded: faults and what still waits count for nothing, and submissions decide', async () => {
  const { id, students } = await makeClass(database, 3);
  const [passer, trier, idle] = students;
  if (passer === undefined || trier === undefined || idle === undefined) throw new Error('no student');
  const { currentVersionId } = await database.exercise.findUniqueOrThrow({ where: { id: ADDER } });
  const submission = {
    exerciseId: ADDER,
    exerciseVersionId: currentVersionId ?? '',
    files: {},
    codeHash: 'hash',
    seed: 1,
    state: 'DONE',
    outcome: 'failed',
    testsPassed: 1,
    testsTotal: 5,
  } as const;
  await database.submission.createMany({
    data: [
      { ...submission, userId: passer.id, number: 1, outcome: 'passed', testsPassed: 5 },
      { ...submission, userId: passer.id, number: 2 },
      {
        ...submission,
        userId: passer.id,
        number: 3,
        state: 'FAULT',
        outcome: 'grader-fault',
        testsPassed: null,
      },
      { ...submission, userId: trier.id, number: 1, testsPassed: 2 },
      { ...submission, userId: idle.id, number: 1, state: 'QUEUED', outcome: null, testsPassed: null },
    ],
  });
  const run = { exerciseId: ADDER, outcome: 'failed', testsTotal: 3, failedTests: ['adds late'] };
  await database.runStat.createMany({
    data: [
      { ...run, userId: trier.id, testsPassed: 3, outcome: 'passed' },
      { ...run, userId: trier.id, testsPassed: 0 },
    ],
  });
  const matrix = await findClassMatrix(database, id);
  const cells = new Map(
    matrix.students.map((student) => [student.id, student.cells.find((cell) => cell.exerciseId === ADDER)]),
  );
  expect(cells.get(passer.id)).toMatchObject({
    status: 'passed',
    testsPassed: 5,
    testsTotal: 5,
    runs: 0,
    submissions: 2,
  });
  expect(cells.get(trier.id)).toMatchObject({
    status: 'some',
    testsPassed: 2,
    testsTotal: 5,
    runs: 2,
    submissions: 1,
  });
  expect(cells.get(idle.id)).toMatchObject({ status: 'not-started', runs: 0, submissions: 0 });
  expect(matrix.exercises.find((exercise) => exercise.id === ADDER)).toMatchObject({ passed: 1, started: 1 });
  const history = await listHistory(database, { studentId: trier.id, exerciseId: ADDER, limit: 10 });
  expect(history.map(({ kind }) => kind).toSorted()).toEqual(['run', 'run', 'submission']);
  expect(JSON.stringify(history)).not.toContain('files');
});
