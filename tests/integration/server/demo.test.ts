import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyPassword } from '#app/_data/password.ts';
import { offerDemo } from '#app/_grading/offer-demo.ts';
import { DEMO_CLASSROOM_ID, DEMO_PASSWORD, demoStudentEmail } from '#server/demo/demo-ids.ts';
import { describeDemo, fillDemo } from '#server/demo/fill-demo.ts';
import { removeDemo } from '#server/demo/remove-demo.ts';
import { makeTestDatabase, type TestDatabase } from '#tests/helpers/database.ts';
import { offerAdder, waitForJobsToEnd, withGrader } from '#tests/helpers/queue.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await makeTestDatabase();
  await offerAdder(db.url);
});
afterAll(async () => await db.drop());

const peopleAndWork = async () => [
  await db.database.user.count(),
  await db.database.membership.count(),
  await db.database.run.count(),
  await db.database.submission.count(),
  await db.database.verdict.count(),
];

// One story: grading a whole class takes a while, so it is done once.
describe('the demo', () => {
  test('is filled with really graded attempts by a grader process, however often it is asked for', async () => {
    const before = new Date();
    await offerDemo(db.database);
    await offerDemo(db.database);
    await withGrader(db.url, async () => await waitForJobsToEnd(db.database));
    expect(await db.database.user.count({ where: { isDemo: true } })).toBe(25);
    const submissions = await db.database.submission.findMany({ include: { verdicts: true } });
    expect(submissions.length).toBeGreaterThan(20);
    expect(submissions.every(({ state, verdicts }) => state === 'DONE' && verdicts.length === 1)).toBe(true);
    expect(new Set(submissions.map(({ outcome }) => outcome))).toEqual(new Set(['passed', 'failed']));
    expect(submissions.every(({ createdAt }) => createdAt < before)).toBe(true);
    expect(await db.database.runStat.count()).toBeGreaterThan(20);
  });

  test('lets its students sign in with the password that it names', async () => {
    const email = demoStudentEmail(12);
    const { passwordHash } = await db.database.user.findUniqueOrThrow({ where: { email } });
    expect(await verifyPassword(DEMO_PASSWORD, passwordHash ?? '')).toBe(true);
  });

  test('filled again changes nothing, but for an administrator who has come since and teaches it', async () => {
    const before = await peopleAndWork();
    const report = await fillDemo(db.url, { now: new Date() });
    expect(report).toMatchObject({
      students: 24,
      graded: 0,
      instructorEmail: 'instructor@demo.example.test',
    });
    expect(await peopleAndWork()).toEqual(before);

    const email = 'admin@example.test';
    const admin = await db.database.user.create({
      data: { email, name: 'Administrator', role: 'ADMINISTRATOR' },
    });
    const second = await fillDemo(db.url, { now: new Date() });
    expect(second).toMatchObject({ graded: 0, instructorEmail: email });
    expect(describeDemo(second).join(' ')).toContain('password interleave-demo');
    const where = { classroomId: DEMO_CLASSROOM_ID, userId: admin.id, role: 'INSTRUCTOR' } as const;
    expect(await db.database.membership.count({ where })).toBe(1);
  });

  test('can be removed, and leaves everybody else', async () => {
    expect(await removeDemo(db.url)).toBe(25);
    expect(await peopleAndWork()).toEqual([1, 0, 0, 0, 0]);
    expect(await db.database.classroom.count()).toBe(0);
  });
});
