import { expect, test } from 'vitest';
import { parseEnv, parseSettings } from '#app/_config/settings.ts';

test('an empty environment gives the defaults', () => {
  expect(parseSettings({})).toMatchObject({
    PORT: 3000,
    APP_URL: 'http://localhost:3000',
    INTERLEAVE_DATA: '.data',
    OIDC_NAME: 'Single sign-on',
  });
});

test('the address follows the port, unless it is given', () => {
  expect(parseSettings({ PORT: '4100' }).APP_URL).toBe('http://localhost:4100');
  expect(parseSettings({ APP_URL: 'https://school.example/' }).APP_URL).toBe('https://school.example');
});

test('all wrong settings are named in one message, each with its value and what was expected', () => {
  const environment = {
    PORT: '70000',
    APP_URL: 'school.example',
    DATABASE_URL: 'mysql://user:word@host/db',
    GRADER_CHILDREN: 'many',
    GITHUB_ID: 'abc',
    INTERLEAVE_DATE: '/data',
  };
  expect(() => parseSettings(environment)).toThrowErrorMatchingInlineSnapshot(`
    [EnvError: 6 settings are wrong:
      PORT is "70000" but must be a whole number from 1 to 65535.
      APP_URL is "school.example" but must be an address without a path, such as https://interleave.example.org.
      DATABASE_URL must be a URL that starts with postgres:// or postgresql://.
      GRADER_CHILDREN is "many" but must be a whole number from 1 to 64.
      GITHUB_SECRET must be set as well, because GITHUB_ID is set.
      INTERLEAVE_DATE is not a setting; docs/settings.md lists them.]
  `);
});

test('a secret is never repeated in a message', () => {
  expect(() => parseSettings({ NEXTAUTH_SECRET: 'too short' })).toThrow(
    'NEXTAUTH_SECRET must have at least 32 characters.',
  );
  expect(() => parseSettings({ NEXTAUTH_SECRET: 'too short' })).not.toThrow('too short');
});

test('a setting that is empty counts as not set', () => {
  expect(parseSettings({ PORT: '', DATABASE_URL: ' ' })).toEqual(parseSettings({}));
});

test('the web process needs a database and a secret, and says so for both', () => {
  expect(() => parseEnv({})).toThrow(/DATABASE_URL is not set.*\n.*NEXTAUTH_SECRET is not set/);
});
