import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { offerDemo } from '#app/_grading/offer-demo.ts';
import { describeDemo, fillDemo } from '#server/demo/fill-demo.ts';
import { removeDemo } from '#server/demo/remove-demo.ts';
import { makeTestDatabase, type TestDatabase } from '#tests/helpers/database.ts';
import { offerAdder, spawnGrader, waitUntil } from '#tests/helpers/queue.ts';

let db: TestDatabase;

beforeEach(async () => {
  db = await makeTestDatabase();
  await offerAdder(db.url);
});
afterEach(async () => await db.drop());

const now = new Date('2030-05-01T12:00:00Z');

describe('the demo', () => {
  test('fills a class with really graded attempts from before now', async () => {
    const report = await fillDemo(db.url, { now });
    expect(report.students).toBe(24);
    expect(report.graded).toBe(report.attempts);
    const submissions = await db.database.submission.findMany({ include: { verdicts: true } });
    expect(submissions.length).toBeGreaterThan(10);
    expect(submissions.every(({ state, verdicts }) => state === 'DONE' && verdicts.length === 1)).toBe(true);
    expect(new Set(submissions.map(({ outcome }) => outcome))).toEqual(new Set(['passed', 'failed']));
    expect(submissions.every(({ createdAt }) => createdAt < now)).toBe(true);
    expect(await db.database.runStat.count()).toBeGreaterThan(10);
    expect(describeDemo(report).join(' ')).toContain('password interleave-demo');
  });

  test('filled twice is filled once', async () => {
    const first = await fillDemo(db.url, { now });
    const counts = async () => [await db.database.user.count(), await db.database.submission.count()];
    const before = await counts();
    const second = await fillDemo(db.url, { now: new Date(now.getTime() + 86_400_000) });
    expect(second).toMatchObject({ attempts: first.attempts, graded: 0 });
    expect(await counts()).toEqual(before);
  });

  test('belongs to the administrator where there is one', async () => {
    const email = 'admin@example.test';
    await db.database.user.create({ data: { email, name: 'Administrator', role: 'ADMINISTRATOR' } });
    expect(await fillDemo(db.url, { now })).toMatchObject({ instructorEmail: email });
  });

  test('can be removed, and leaves everybody else', async () => {
    await db.database.user.create({ data: { email: 'someone@example.test', name: 'Someone' } });
    await fillDemo(db.url, { now });
    expect(await removeDemo(db.url)).toBe(25);
    expect(await db.database.user.count()).toBe(1);
    expect(await db.database.classroom.count()).toBe(0);
    expect(await db.database.submission.count()).toBe(0);
  });

  test('is filled by a grader process when the set-up asks for it', async () => {
    await offerDemo(db.database);
    await offerDemo(db.database);
    await using _grader = await spawnGrader(db.url);
    await waitUntil(async () => {
      const [row] = await db.database.$queryRaw<{ jobs: number }[]>`
        select count(*)::int as jobs from graphile_worker.jobs`;
      return row?.jobs === 0;
    });
    expect(await db.database.user.count({ where: { isDemo: true } })).toBe(25);
  });
});
