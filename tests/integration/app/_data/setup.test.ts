import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { completeSetup, isSetupOpen } from '#app/_data/setup.ts';
import type { SetupRequest } from '#app/_data/setup.ts';
import { hashSetupToken } from '#app/_data/setup-token.ts';
import { makeTestDatabase } from '#tests/helpers/database.ts';
import type { TestDatabase } from '#tests/helpers/database.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await makeTestDatabase();
});
afterAll(async () => await own.drop());
beforeEach(async () => {
  await own.database.auditEvent.deleteMany();
  await own.database.user.deleteMany();
  const fresh = { setupTokenHash: hashSetupToken('aaaa-bbbb-cccc'), setupCompletedAt: null };
  await own.database.installation.upsert({ where: { id: 1 }, create: { id: 1, ...fresh }, update: fresh });
});

const request = (email: string, change: Partial<SetupRequest> = {}): SetupRequest => ({
  token: 'AAAA-bbbb-cccc',
  name: 'Ada',
  email,
  passwordHash: 'not looked at here',
  now: new Date('2027-01-01T00:00:00Z'),
  ...change,
});

test('of many set-ups at once with the right token, exactly one makes an administrator', async () => {
  const results = await Promise.all(
    Array.from(
      { length: 8 },
      async (_, index) => await completeSetup(own.database, request(`a${index}@x.test`)),
    ),
  );
  expect(results.filter(({ outcome }) => outcome === 'done')).toHaveLength(1);
  expect(results.filter(({ outcome }) => outcome === 'closed')).toHaveLength(7);
  expect(await own.database.user.count({ where: { role: 'ADMINISTRATOR' } })).toBe(1);
});

test('a wrong token makes nothing and leaves the set-up open', async () => {
  expect(await completeSetup(own.database, request('a@x.test', { token: 'aaaa-bbbb-cccd' }))).toEqual({
    outcome: 'wrong-token',
  });
  expect(await own.database.user.count()).toBe(0);
  expect(await isSetupOpen(own.database)).toBe(true);
});

test('the set-up stays closed when its administrator is deleted', async () => {
  await completeSetup(own.database, request('a@x.test'));
  await own.database.user.deleteMany();
  expect(await isSetupOpen(own.database)).toBe(false);
  expect(await completeSetup(own.database, request('b@x.test'))).toEqual({ outcome: 'closed' });
});

test('when what also belongs to it fails, nothing is set up', async () => {
  const also = async (): Promise<void> => await Promise.reject(new Error('no queue'));
  await expect(completeSetup(own.database, request('a@x.test', { also }))).rejects.toThrow('no queue');
  expect(await own.database.user.count()).toBe(0);
  expect(await isSetupOpen(own.database)).toBe(true);
});
