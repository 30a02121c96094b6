import { describe, expect, test } from 'vitest';
import { isPasswordSignIn, readPasswordRequest } from '#app/_data/password-request.ts';

const COOKIE = 'interleave.session';

async function read(body: string, type = 'application/x-www-form-urlencoded') {
  const address = 'http://localhost:3000/api/auth/callback/credentials';
  const original = new Request(address, { method: 'POST', headers: { 'content-type': type }, body });
  const { request, email, hasSignedIn } = await readPasswordRequest(original, COOKIE);
  return { email, hasSignedIn, type: request.headers.get('content-type'), sent: await request.text() };
}

describe('the e-mail address that is counted is the one that is checked', () => {
  test('when it is given twice', async () => {
    const { email, sent } = await read('email=nobody%40x.test&email=victim%40x.test&password=a+b%26c');
    expect(email).toBe('victim@x.test');
    expect(sent).toBe('email=victim%40x.test&password=a+b%26c');
  });

  test.each(['application/json', 'application/x-www-form-urlencoded; application/json'])(
    'when the body says that it is %s',
    async (type) => {
      const body = '{"email":"victim@x.test","password":"guess","x":"&email=nobody@x.test&"}';
      const found = await read(body, type);
      expect(found.type).toBe('application/x-www-form-urlencoded');
      expect(new URLSearchParams(found.sent).getAll('email')).toEqual([found.email]);
      expect(found.sent).not.toContain('email=victim');
    },
  );
});

test.each([
  [['callback', 'credentials'], true],
  [['callback', 'credentials', 'and-more'], true],
  [['callback', 'github'], false],
  [['csrf'], false],
])('%j is a sign-in with a password: %j', (path, expected) => {
  expect(isPasswordSignIn(path)).toBe(expected);
});

test('only an answer with a session has signed in; one with a token against forged requests has not', async () => {
  const { hasSignedIn } = await read('email=a%40x.test');
  const answer = (...cookies: string[]) =>
    new Response('{}', { headers: cookies.map((cookie) => ['set-cookie', cookie] as [string, string]) });
  expect(hasSignedIn(answer('next-auth.csrf-token=abc; Path=/'))).toBe(false);
  expect(hasSignedIn(answer(`${COOKIE}=; Path=/; Max-Age=0`))).toBe(false);
  expect(hasSignedIn(answer('next-auth.csrf-token=abc; Path=/', `${COOKIE}=abc; Path=/; HttpOnly`))).toBe(
    true,
  );
});
