import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashPassword } from '#app/_data/password.ts';
import { findProviderClaims, signInWithProvider } from '#app/_data/provider-sign-in.ts';
import { findUserOfClaims } from '#app/_data/session.ts';
import { countSignInTry, makeSignInLimits } from '#app/_data/sign-in-limits.ts';
import { checkPassword } from '#app/_data/sign-in.ts';
import {
  changeAccount,
  changeOwnPassword,
  createAccount,
  listUsers,
  resetPassword,
  signOutEverywhere,
} from '#app/_data/users.ts';
import { createJoinLink } from '#app/_data/join-links.ts';
import type { PrismaClient } from '#prisma/client/client.ts';
import { makeTestDatabase } from '#tests/helpers/database.ts';
import type { TestDatabase } from '#tests/helpers/database.ts';
import { makeClass, makeUser } from '#tests/helpers/people.ts';

const now = new Date('2027-01-01T00:00:00Z');
let own: TestDatabase;
let database: PrismaClient;
beforeAll(async () => {
  own = await makeTestDatabase();
  database = own.database;
});
afterAll(async () => await own.drop());

test('the right password of an account gives its claims, whatever the case of the e-mail', async () => {
  const user = await makeUser(database, { passwordHash: await hashPassword('correct horse') });
  expect(await checkPassword(database, ` ${user.email.toUpperCase()} `, 'correct horse')).toEqual({
    userId: user.id,
    sessionVersion: 0,
  });
  expect(await checkPassword(database, user.email, 'wrong horse')).toBeNull();
  expect(await checkPassword(database, 'nobody@example.test', 'correct horse')).toBeNull();
});

test('a disabled account has no session from the next request on, and no sign-in; enabling lets it sign in anew', async () => {
  const administrator = await makeUser(database, { role: 'ADMINISTRATOR' });
  const user = await makeUser(database, { passwordHash: await hashPassword('correct horse') });
  const claims = { userId: user.id, sessionVersion: user.sessionVersion };
  expect(await findUserOfClaims(database, claims)).toMatchObject({ id: user.id });
  const change = { actorId: administrator.id, userId: user.id, now };
  await changeAccount(database, { ...change, change: 'disable' });
  expect(await findUserOfClaims(database, claims)).toBeNull();
  expect(await checkPassword(database, user.email, 'correct horse')).toBeNull();
  await changeAccount(database, { ...change, change: 'enable' });
  expect(await findUserOfClaims(database, claims)).toBeNull();
  expect(await checkPassword(database, user.email, 'correct horse')).toMatchObject({ userId: user.id });
});

test('signing out everywhere and a new password end the sessions from before', async () => {
  const user = await makeUser(database);
  await signOutEverywhere(database, user.id);
  expect(await findUserOfClaims(database, { userId: user.id, sessionVersion: 0 })).toBeNull();
  const sessionVersion = await changeOwnPassword(database, user.id, 'hash');
  expect(await findUserOfClaims(database, { userId: user.id, sessionVersion: 1 })).toBeNull();
  expect(await findUserOfClaims(database, { userId: user.id, sessionVersion })).toMatchObject({
    id: user.id,
  });
});

test('an administrator can neither be disabled nor given a password, not even by themselves', async () => {
  const { id } = await makeUser(database, { role: 'ADMINISTRATOR' });
  expect(await changeAccount(database, { actorId: id, userId: id, change: 'disable', now })).toBe(false);
  expect(await resetPassword(database, { actorId: id, userId: id, passwordHash: 'hash' })).toBeNull();
  expect(await findUserOfClaims(database, { userId: id, sessionVersion: 0 })).not.toBeNull();
});

test('each change of an account is in the audit log, with who did it', async () => {
  const { id: actorId } = await makeUser(database, { role: 'ADMINISTRATOR' });
  const { id: userId } = await makeUser(database);
  const all = ['make-instructor', 'make-member', 'disable', 'enable', 'sign-out'] as const;
  for (const change of all) await changeAccount(database, { actorId, userId, change, now });
  const events = await database.auditEvent.findMany({
    where: { actorId, subject: userId },
    orderBy: { createdAt: 'asc' },
    select: { action: true },
  });
  expect(events.map(({ action }) => action)).toEqual([
    'account.role-changed',
    'account.role-changed',
    'account.disabled',
    'account.enabled',
    'account.signed-out-everywhere',
  ]);
});

test('two accounts with one e-mail cannot be made', async () => {
  const { id: actorId } = await makeUser(database, { role: 'ADMINISTRATOR' });
  const account = {
    actorId,
    name: 'Bo',
    email: 'bo@example.test',
    role: 'INSTRUCTOR',
    passwordHash: 'h',
  } as const;
  expect(await createAccount(database, account)).toBe(true);
  expect(await createAccount(database, account)).toBe(false);
  expect((await listUsers(database, { search: 'BO@example', page: 1 })).users).toMatchObject([
    { name: 'Bo', role: 'INSTRUCTOR', classes: 0 },
  ]);
});

test('the sixth wrong password is refused with a time to wait; others, and other addresses, are not', async () => {
  const limits = makeSignInLimits();
  for (let tries = 0; tries < 5; tries += 1) await countSignInTry(limits, 'a@x.test', '192.0.2.1');
  const refusal = await countSignInTry(limits, 'A@x.test', '192.0.2.1');
  expect(refusal).toHaveProperty('retryAfterSeconds');
  expect(await countSignInTry(limits, 'b@x.test', '192.0.2.1')).toHaveProperty('forgive');
  expect(await countSignInTry(limits, 'a@x.test', '192.0.2.2')).toHaveProperty('forgive');
});

test('tries at the same time cannot slip past, and a right password forgives', async () => {
  const limits = makeSignInLimits();
  const tries = await Promise.all(
    Array.from({ length: 20 }, async () => await countSignInTry(limits, 'a@x.test', '192.0.2.1')),
  );
  expect(tries.filter((one) => 'forgive' in one)).toHaveLength(5);
  for (let times = 0; times < 12; times += 1) {
    const one = await countSignInTry(limits, 'b@x.test', '192.0.2.1');
    if (!('forgive' in one)) throw new Error('refused though every password was right');
    await one.forgive();
  }
});

const identity = (email: string | null) => ({
  provider: 'oidc',
  providerAccountId: crypto.randomUUID(),
  email,
  name: 'From School',
});

test('an outside identity without a verified e-mail, or without an account, is refused', async () => {
  expect(await signInWithProvider(database, identity(null), null, now)).toBe('unverified');
  expect(await signInWithProvider(database, identity('stranger@example.test'), null, now)).toBe('no-account');
  expect(await database.user.count({ where: { email: 'stranger@example.test' } })).toBe(0);
});

test('an open join link lets a new outside identity make an account, once', async () => {
  const { id, instructor } = await makeClass(database, 0);
  const link = { classroomId: id, actorId: instructor.id, expiresAt: null, maximumUses: null };
  const code = await createJoinLink(database, link);
  const school = identity('New@Example.test');
  expect(await signInWithProvider(database, school, code, now)).toBe('signed-in');
  expect(await signInWithProvider(database, school, null, now)).toBe('signed-in');
  expect(await findProviderClaims(database, school)).toMatchObject({ sessionVersion: 0 });
  expect(await database.user.count({ where: { email: 'new@example.test' } })).toBe(1);
});

test('linking by e-mail takes the account from whoever may have registered it before its owner came', async () => {
  const user = await makeUser(database, { passwordHash: await hashPassword('correct horse') });
  const school = identity(user.email);
  expect(await signInWithProvider(database, school, null, now)).toBe('signed-in');
  expect(await checkPassword(database, user.email, 'correct horse')).toBeNull();
  expect(await findUserOfClaims(database, { userId: user.id, sessionVersion: 0 })).toBeNull();
  expect(await findProviderClaims(database, school)).toEqual({ userId: user.id, sessionVersion: 1 });
});

test('a disabled account stays out, by whichever door', async () => {
  const user = await makeUser(database);
  await database.user.update({ where: { id: user.id }, data: { disabledAt: now } });
  expect(await signInWithProvider(database, identity(user.email), null, now)).toBe('disabled');
});
