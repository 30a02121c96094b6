import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cancel } from '#app/_grading/cancel.ts';
import { enqueueGrading } from '#app/_grading/enqueue.ts';
import { run } from '#app/_grading/run.ts';
import { MAXIMUM_QUEUED_SUBMISSIONS, submit } from '#app/_grading/submit.ts';
import type { Files } from '#grader/recording/types.ts';
import { makeTestDatabase, type TestDatabase } from '#tests/helpers/database.ts';
import { ADDER, makePerson, offerAdder, right } from '#tests/helpers/queue.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await makeTestDatabase();
  await offerAdder(db.url);
});
afterAll(async () => await db.drop());

const attempt = (userId: string, files: Files = right(), exerciseId = ADDER) => ({
  userId,
  exerciseId,
  files,
  now: new Date('2030-01-01T10:00:00Z'),
});

async function jobKeys(): Promise<string[]> {
  const rows = await db.database.$queryRaw<{ key: string }[]>`select key from graphile_worker.jobs`;
  return rows.map(({ key }) => key);
}

describe('a submission', () => {
  test('is a row and a job', async () => {
    const student = await makePerson(db.database);
    const { id, number, existing } = await submit(db.database, attempt(student));
    expect({ number, existing }).toEqual({ number: 1, existing: false });
    const row = await db.database.submission.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ state: 'QUEUED', files: right(), userId: student, exerciseId: ADDER });
    expect(await jobKeys()).toContain(id);
  });

  test('leaves no row where the job cannot be added', async () => {
    const own = await makeTestDatabase();
    await offerAdder(own.url);
    const student = await makePerson(own.database);
    await own.database.$executeRaw`alter schema graphile_worker rename to away`;
    await expect(submit(own.database, attempt(student))).rejects.toThrow('graphile_worker');
    expect(await own.database.submission.count()).toBe(0);
    await own.drop();
  });

  test('leaves no job where the transaction is undone', async () => {
    const id = crypto.randomUUID();
    const undone = db.database.$transaction(async (tx) => {
      await enqueueGrading(tx, { kind: 'submission', id });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await jobKeys()).not.toContain(id);
  });

  test('is numbered without gaps when several come at once', async () => {
    const student = await makePerson(db.database);
    const salts = Array.from({ length: MAXIMUM_QUEUED_SUBMISSIONS }, (_, index) => index);
    const answers = await Promise.all(
      salts.map(async (salt) => await submit(db.database, attempt(student, right(salt)))),
    );
    expect(answers.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(
      salts.map((salt) => salt + 1),
    );
  });

  test('of unchanged code is the one that is there, also when both come at once', async () => {
    const student = await makePerson(db.database);
    const both = await Promise.all([
      submit(db.database, attempt(student)),
      submit(db.database, attempt(student)),
    ]);
    expect(both.map(({ existing }) => Number(existing)).toSorted((a, b) => a - b)).toEqual([0, 1]);
    expect(both[0].id).toBe(both[1].id);
    expect(both.map(({ number }) => number)).toEqual([1, 1]);
  });

  test('of the same code after a grader fault is graded again', async () => {
    const student = await makePerson(db.database);
    const first = await submit(db.database, attempt(student));
    await db.database.submission.update({ where: { id: first.id }, data: { state: 'FAULT' } });
    const second = await submit(db.database, attempt(student));
    expect(second).toMatchObject({ number: 2, existing: false });
  });

  test('of code from before the last change is a new one', async () => {
    const student = await makePerson(db.database);
    await submit(db.database, attempt(student, right(1)));
    await submit(db.database, attempt(student, right(2)));
    expect(await submit(db.database, attempt(student, right(1)))).toMatchObject({
      number: 3,
      existing: false,
    });
  });

  test('is refused while too many wait', async () => {
    const student = await makePerson(db.database);
    for (let salt = 0; salt < MAXIMUM_QUEUED_SUBMISSIONS; salt += 1) {
      await submit(db.database, attempt(student, right(salt)));
    }
    await expect(submit(db.database, attempt(student, right('more')))).rejects.toMatchObject({
      status: 429,
      message: '10 of your submissions are waiting to be graded; submit again when one is done.',
    });
  });

  test.each([
    ['an unknown exercise', right(), 'no-such-thing', 'There is no exercise called "no-such-thing".'],
    [
      'a file that is not offered',
      { 'other.js': '' },
      ADDER,
      '"other.js" is not offered here; expected solution.js.',
    ],
    ['two files', { ...right(), 'b.js': '' }, ADDER, 'Send exactly one file: solution.js.'],
    ['no file', {}, ADDER, 'Send exactly one file: solution.js.'],
    [
      'a source above 64 KB',
      { 'solution.js': 'é'.repeat(32_769) },
      ADDER,
      'solution.js has 64.0 KB; at most 64 KB can be graded.',
    ],
  ])('with %s is refused in one sentence', async (_what, files, exerciseId, message) => {
    const student = await makePerson(db.database);
    await expect(submit(db.database, attempt(student, files, exerciseId))).rejects.toThrow(message);
  });
});

describe('a run', () => {
  test('supersedes the one that still waits, for the same exercise and person only', async () => {
    const student = await makePerson(db.database);
    const other = await makePerson(db.database);
    const elsewhere = await run(db.database, attempt(other));
    const first = await run(db.database, attempt(student, right(1)));
    const second = await run(db.database, attempt(student, right(2)));
    const state = async (id: string) => (await db.database.run.findUniqueOrThrow({ where: { id } })).state;
    expect(await state(first.id)).toBe('CANCELLED');
    expect(await state(second.id)).toBe('QUEUED');
    expect(await state(elsewhere.id)).toBe('QUEUED');
    const keys = await jobKeys();
    expect(keys).not.toContain(first.id);
    expect(keys).toContain(second.id);
  });
});

describe('cancelling', () => {
  test('takes a waiting attempt and its job back', async () => {
    const student = await makePerson(db.database);
    const { id } = await submit(db.database, attempt(student));
    await cancel(db.database, { userId: student, id, now: new Date() });
    expect((await db.database.submission.findUniqueOrThrow({ where: { id } })).state).toBe('CANCELLED');
    expect(await jobKeys()).not.toContain(id);
  });

  test('of somebody else’s attempt finds nothing', async () => {
    const { id } = await submit(db.database, attempt(await makePerson(db.database)));
    const stranger = await makePerson(db.database);
    const cancelling = cancel(db.database, { userId: stranger, id, now: new Date() });
    await expect(cancelling).rejects.toMatchObject({ status: 404 });
    expect(await jobKeys()).toContain(id);
  });

  test('of a submission that is being graded comes too late', async () => {
    const student = await makePerson(db.database);
    const { id } = await submit(db.database, attempt(student));
    await db.database.submission.update({ where: { id }, data: { state: 'GRADING' } });
    const cancelling = cancel(db.database, { userId: student, id, now: new Date() });
    await expect(cancelling).rejects.toMatchObject({ status: 409 });
  });
});
