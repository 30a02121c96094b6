import { expect, test } from 'vitest';
import {
  hashPassword,
  NOBODYS_HASH,
  requirePasswordHashing,
  temporaryPassword,
  verifyPassword,
} from '#app/_data/password.ts';

test('a password matches its own hash and no other does', async () => {
  const phc = await hashPassword('correct horse');
  expect(phc).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(await verifyPassword('correct horse', phc)).toBe(true);
  expect(await verifyPassword('correct horsf', phc)).toBe(false);
});

test('two hashes of one password differ: the salt is new each time', async () => {
  expect(await hashPassword('correct horse')).not.toBe(await hashPassword('correct horse'));
});

test('the same letters in another Unicode form are the same password', async () => {
  expect(await verifyPassword('u\u0308bermut-42', await hashPassword('\u00FCbermut-42'))).toBe(true);
});

test('a hash with other costs still verifies', async () => {
  // Made with m=1024, t=1: an installation that raises its costs keeps its accounts.
  const { argon2Sync } = await import('node:crypto');
  const salt = Buffer.from('0123456789abcdef');
  const tag = argon2Sync('argon2id', {
    message: 'secret words',
    nonce: salt,
    memory: 1024,
    passes: 1,
    parallelism: 1,
    tagLength: 32,
  });
  const base64 = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
  const phc = `$argon2id$v=19$m=1024,t=1,p=1$${base64(salt)}$${base64(tag)}`;
  expect(await verifyPassword('secret words', phc)).toBe(true);
});

test.each(['', 'plain', '$argon2i$v=19$m=1024,t=1,p=1$AAAA$AAAA', NOBODYS_HASH])(
  'nothing matches %j',
  async (phc) => {
    expect(await verifyPassword('', phc)).toBe(false);
  },
);

test('a Node without Argon2id is refused with a sentence', () => {
  expect(() => requirePasswordHashing({})).toThrow(/cannot hash passwords with Argon2id; "npm start" brings/);
});

test('a temporary password has 16 letters that cannot be mistaken', () => {
  expect(temporaryPassword()).toMatch(/^(?:[a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
});
