import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attemptBodySchema } from '#app/_grading/attempt-body.ts';
import { findAttempt, findAttemptView } from '#app/_grading/find-attempt.ts';
import { makeRouteWrapper, type RouteHandler } from '#app/_grading/make-route.ts';
import { run } from '#app/_grading/run.ts';
import { submit } from '#app/_grading/submit.ts';
import { makeTestDatabase, type TestDatabase } from '#tests/helpers/database.ts';
import {
  ADDER,
  makeClass,
  makePerson,
  offerAdder,
  right,
  waitForJobsToEnd,
  withGrader,
  wrong,
} from '#tests/helpers/queue.ts';

let db: TestDatabase;
let student: string;
let instructor: string;
let stranger: string;

beforeAll(async () => {
  db = await makeTestDatabase();
  await offerAdder(db.url);
  student = await makePerson(db.database, 'student');
  instructor = await makePerson(db.database, 'instructor');
  stranger = await makePerson(db.database, 'stranger');
  await makeClass(db.database, { instructorId: instructor, studentId: student });
  await makeClass(db.database, { instructorId: stranger, studentId: instructor });
});
afterAll(async () => await db.drop());

describe('an attempt', () => {
  test('that is a submission is seen by its student and, whole, by an instructor of the class', async () => {
    const { id } = await submit(db.database, {
      userId: student,
      exerciseId: ADDER,
      files: wrong('seen'),
      now: new Date(),
    });
    await withGrader(db.url, async () => await waitForJobsToEnd(db.database));
    const own = await findAttemptView(db.database, student, id);
    const taught = await findAttemptView(db.database, instructor, id);
    expect(own?.verdict?.tests.map(({ name }) => name)).toEqual(['adds two numbers', 'Hidden test 1']);
    expect(taught?.verdict?.tests.map(({ name }) => name)).toEqual([
      'adds two numbers',
      'adds any two numbers',
    ]);
    expect(taught?.recordings).toHaveLength(2);
    expect(taught?.files).toEqual(wrong('seen'));
  });

  test('that is a submission is seen whole by an administrator, who sees no run', async () => {
    const administrator = await makePerson(db.database, 'administrator');
    await db.database.user.update({ where: { id: administrator }, data: { role: 'ADMINISTRATOR' } });
    const attempt = { userId: student, exerciseId: ADDER, files: right('administered'), now: new Date() };
    const submission = await submit(db.database, attempt);
    const own = await run(db.database, attempt);
    expect(await findAttempt(db.database, administrator, submission.id)).toMatchObject({
      viewer: 'instructor',
    });
    expect(await findAttempt(db.database, administrator, own.id)).toBeNull();
  });

  test('is nobody else’s', async () => {
    const { id } = await submit(db.database, {
      userId: student,
      exerciseId: ADDER,
      files: right('other'),
      now: new Date(),
    });
    expect(await findAttempt(db.database, stranger, id)).toBeNull();
    expect(await findAttemptView(db.database, stranger, id)).toBeNull();
    expect(await findAttempt(db.database, student, 'not-an-id')).toBeNull();
    expect(await findAttempt(db.database, student, crypto.randomUUID())).toBeNull();
  });

  test('that is a run is its student’s alone: no instructor sees its code', async () => {
    const { id } = await run(db.database, {
      userId: student,
      exerciseId: ADDER,
      files: right('private'),
      now: new Date(),
    });
    expect(await findAttemptView(db.database, student, id)).toMatchObject({
      kind: 'run',
      files: right('private'),
    });
    expect(await findAttempt(db.database, instructor, id)).toBeNull();
    expect(await findAttemptView(db.database, instructor, id)).toBeNull();
  });

  test('of an instructor is not seen by those who teach elsewhere with them as a fellow', async () => {
    const { id } = await submit(db.database, {
      userId: instructor,
      exerciseId: ADDER,
      files: right('mine'),
      now: new Date(),
    });
    expect(await findAttempt(db.database, student, id)).toBeNull();
    expect(await findAttempt(db.database, stranger, id)).toMatchObject({ viewer: 'instructor' });
  });
});

const url = 'http://localhost:3000/api/submissions';
const body = JSON.stringify({ exerciseId: ADDER, files: right('over HTTP') });
const headers = {
  'content-type': 'application/json',
  origin: 'http://localhost:3000',
  host: 'localhost:3000',
};
const context = { params: Promise.resolve({}) };
const request = (init: RequestInit = {}): Request =>
  new Request(url, { method: 'POST', headers, body, ...init });

/** The route of submissions, with who is signed in as an argument: sessions need the running web server. */
function makeHandler(userId: string | null, perMinute = 100): RouteHandler {
  const route = makeRouteWrapper({
    findUser: async () => await Promise.resolve(userId === null ? null : { id: userId }),
    appUrl: () => 'http://localhost:3000',
  });
  return route({ body: attemptBodySchema, limit: { name: 'test', perMinute } }, async (call) => {
    const answer = await submit(db.database, { ...call.body, userId: call.user.id, now: new Date() });
    return Response.json(answer, { status: 202 });
  });
}

const post = async (init: RequestInit, userId: string | null = student): Promise<Response> =>
  await makeHandler(userId)(request(init), context);

describe('a request', () => {
  test('from our own page is served', async () => {
    const response = await post({});
    expect(response.status).toBe(202);
    expect(await response.json()).toMatchObject({ existing: false });
  });

  test.each([
    ['another origin', { ...headers, origin: 'https://evil.example' }],
    ['another site, as the browser says', { ...headers, 'sec-fetch-site': 'cross-site' }],
    ['a sibling of our site', { ...headers, 'sec-fetch-site': 'same-site' }],
    ['an opaque origin', { ...headers, origin: 'null' }],
    ['nowhere', { 'content-type': 'application/json' }],
  ])('from %s is refused with 403', async (_from, sent) => {
    const before = await db.database.submission.count();
    expect((await post({ headers: sent })).status).toBe(403);
    expect(await db.database.submission.count()).toBe(before);
  });

  test('of nobody who is signed in is refused with 401', async () => {
    expect((await post({}, null)).status).toBe(401);
  });

  test('that is no JSON is refused with 415, broken JSON with 422, a huge one with 413', async () => {
    expect((await post({ headers: { ...headers, 'content-type': 'text/plain' } })).status).toBe(415);
    expect((await post({ body: '{' })).status).toBe(422);
    const huge = await post({
      body: JSON.stringify({ exerciseId: ADDER, files: { a: 'x'.repeat(600_000) } }),
    });
    expect(huge.status).toBe(413);
    expect(await huge.json()).toEqual({ error: 'The request is larger than 512 KB.' });
  });

  test('with a wrong body names the field', async () => {
    const response = await post({ body: JSON.stringify({ files: { 'solution.js': 3 } }) });
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({
      error: 'Some of what was sent cannot be used.',
      fields: { exerciseId: 'Say which exercise it is for.', 'files.solution.js': 'A file is text.' },
    });
  });

  test('for a file that the exercise does not offer answers 422 with the sentence', async () => {
    const response = await post({ body: JSON.stringify({ exerciseId: ADDER, files: { 'x.js': '' } }) });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      fields: { files: '"x.js" is not offered here; expected solution.js.' },
    });
  });

  test('that comes too often is told when to come again', async () => {
    const handler = makeHandler(student, 1);
    await handler(request(), context);
    const second = await handler(request(), context);
    expect(second.status).toBe(429);
    expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
