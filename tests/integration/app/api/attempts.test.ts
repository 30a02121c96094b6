import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestDatabase, type TestDatabase } from '#tests/helpers/database.ts';
import { ADDER, offerAdder, right, withGrader, wrong } from '#tests/helpers/queue.ts';
import { signedIn, startWeb, type Web } from '#tests/helpers/web.ts';

let db: TestDatabase;
let web: Web;
let student: { id: string; cookie: string };
let other: { id: string; cookie: string };

beforeAll(async () => {
  db = await makeTestDatabase();
  await offerAdder(db.url);
  student = await signedIn(db.database);
  other = await signedIn(db.database);
  web = await startWeb(db.url);
});
afterAll(async () => {
  await web[Symbol.asyncDispose]();
  await db.drop();
});

const get = async (path: string, cookie = student.cookie, headers = {}): Promise<Response> =>
  await fetch(`${web.origin}${path}`, { headers: { cookie, ...headers } });

const post = async (path: string, body: object, headers = {}): Promise<Response> =>
  await fetch(`${web.origin}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', origin: web.origin, cookie: student.cookie, ...headers },
  });

type Sent = { event: string; data: { [key: string]: unknown } };

/** The events of a finished stream, comments left out. */
function parseEvents(text: string): Sent[] {
  const blocks = text.split('\n\n').filter((block) => block.includes('event: '));
  return blocks.map((block) => {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
    return { event: field('event'), data: JSON.parse(field('data')) };
  });
}

describe('an attempt over HTTP', () => {
  test('is handed in, followed live to its end, read again, and not asked for any more', async () => {
    const submitted = await post('/api/submissions', { exerciseId: ADDER, files: wrong() });
    expect(submitted.status).toBe(202);
    const { id, number } = await submitted.json();
    expect(number).toBe(1);
    const again = await post('/api/submissions', { exerciseId: ADDER, files: wrong() });
    expect([again.status, await again.json()]).toEqual([200, { id, number: 1, existing: true }]);

    const stream = await get(`/api/attempts/${id}/events`, student.cookie, { 'accept-encoding': 'gzip' });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    expect(stream.headers.get('content-encoding')).toBeNull();
    await withGrader(db.url, async () => {
      const events = parseEvents(await stream.text());
      expect(events.map(({ event }) => event)).toEqual(['queued', 'started', 'test', 'test', 'done']);
      expect(events.at(-1)?.data).toMatchObject({ id, number: 1, state: 'DONE' });
    });

    const late = parseEvents(await (await get(`/api/attempts/${id}/events`)).text());
    expect(late.map(({ event }) => event)).toEqual(['done']);
    const asksOn = await get(`/api/attempts/${id}/events`, student.cookie, { 'last-event-id': 'ended' });
    expect(asksOn.status).toBe(204);
    const view = await (await get(`/api/attempts/${id}`)).json();
    expect(view).toEqual(late[0]?.data);
    expect(JSON.stringify(view)).not.toContain('adds any two numbers');
  });

  test('does not exist for anybody else', async () => {
    const { id } = await (await post('/api/runs', { exerciseId: ADDER, files: right() })).json();
    expect((await get(`/api/attempts/${id}`, other.cookie)).status).toBe(404);
    expect((await get(`/api/attempts/${id}/events`, other.cookie)).status).toBe(404);
    expect((await post(`/api/attempts/${id}/cancel`, {}, { cookie: other.cookie })).status).toBe(404);
    expect((await post(`/api/attempts/${id}/cancel`, {})).status).toBe(204);
  });

  test('is refused from another site, and without a session', async () => {
    const body = { exerciseId: ADDER, files: right('refused') };
    expect((await post('/api/runs', body, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await post('/api/submissions', body, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post('/api/runs', body, { cookie: '' })).status).toBe(401);
    expect((await get(`/api/attempts/${crypto.randomUUID()}`, '')).status).toBe(401);
  });

  test('is refused with one sentence and the field where its file is too large', async () => {
    const files = { 'solution.js': 'x'.repeat(70_000) };
    const response = await post('/api/runs', { exerciseId: ADDER, files });
    const error = 'solution.js has 68.4 KB; at most 64 KB can be graded.';
    expect([response.status, await response.json()]).toEqual([
      422,
      { error, fields: { 'files.solution.js': error } },
    ]);
  });
});

test('the server says that it lives and that it is ready', async () => {
  expect(await (await get('/healthz', '')).text()).toBe('ok\n');
  expect(await (await get('/readyz', '')).text()).toBe('ready\n');
});
