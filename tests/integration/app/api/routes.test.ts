import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '#app/_data/password.ts';
import { makeTestDatabase, type TestDatabase } from '#tests/helpers/database.ts';
import { makeUser } from '#tests/helpers/people.ts';
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

/** As the sign-in page does: the token against forged requests first, then the form. */
async function signIn(body: string, path = '/api/auth/callback/credentials', type = 'x-www-form-urlencoded') {
  const csrf = await fetch(`${web.origin}/api/auth/csrf`);
  const { csrfToken } = await csrf.json();
  const cookie = csrf.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ');
  return await fetch(`${web.origin}${path}`, {
    method: 'POST',
    headers: { cookie, 'content-type': `application/${type}` },
    body: body.replace('CSRF', csrfToken),
    redirect: 'manual',
  });
}

describe('signing in with a password', () => {
  const form = (email: string, password: string): string =>
    `email=${encodeURIComponent(email)}&password=${password}&csrfToken=CSRF&json=true`;

  test('gives a session that opens the pages', async () => {
    const { email } = await makeUser(db.database, { passwordHash: await hashPassword('right-password') });
    const answer = await signIn(form(email, 'right-password'));
    const session = answer.headers.getSetCookie().find((set) => set.startsWith('interleave.session='));
    expect([answer.status, session?.includes('HttpOnly')]).toEqual([200, true]);
    expect((await get('/api/attempts/none', session?.split(';')[0])).status).toBe(404);
  });

  test('is counted whatever way a guess takes, and nothing but the right password is forgiven', async () => {
    const passwordHash = await hashPassword('right-password');
    const { email } = await makeUser(db.database, { passwordHash });
    const twice = await signIn(`email=nobody%40example.test&${form(email, 'guess-1')}`);
    const deeper = await signIn(form(email, 'guess-2'), '/api/auth/callback/credentials/deeper');
    expect([twice.status, deeper.status]).toEqual([401, 401]);
    const forged = await signIn(form(email, 'guess-3').replace('CSRF', 'made-up'));
    expect(forged.headers.getSetCookie().some((set) => set.startsWith('interleave.session='))).toBe(false);
    const asJson = JSON.stringify({ email, password: 'right-password', csrfToken: 'CSRF', json: 'true' });
    const json = await signIn(asJson, undefined, 'json');
    expect(json.headers.getSetCookie().some((set) => set.startsWith('interleave.session='))).toBe(false);
    for (const guess of ['guess-4', 'guess-5']) await signIn(form(email, guess));
    const last = await signIn(form(email, 'right-password'));
    expect([last.status, last.headers.has('retry-after')]).toEqual([429, true]);
  });
});

/** Sends a form to the sign-in page as a proxy does that puts its own name for us into Host. @returns The status. */
async function sendForm(origin: string): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  const headers = { host: 'upstream.internal', origin, 'next-action': '0'.repeat(42) };
  const sent = request(`${web.origin}/login`, { method: 'POST', headers }, (response) => {
    response.resume();
    resolve(response.statusCode);
  });
  sent.on('error', reject);
  sent.end('[]');
  return await promise;
}

test('behind a proxy that changes Host, forms from the public address are taken, others are not', async () => {
  expect(await sendForm(web.origin)).toBe(409); // taken, although there is no such action
  expect(await sendForm('https://evil.example')).toBe(500);
});

test('the server says that it lives and that it is ready', async () => {
  expect(await (await get('/healthz', '')).text()).toBe('ok\n');
  expect(await (await get('/readyz', '')).text()).toBe('ready\n');
});
