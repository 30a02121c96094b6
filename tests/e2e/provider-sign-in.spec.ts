// Signing in with an OpenID Connect issuer, through the whole round of redirects.
import { expect, test } from '@playwright/test';
import type { PrismaClient } from '#prisma/client/client.ts';
import { startApp, type App } from '#tests/helpers/app.ts';
import { CLIENT_SETTINGS, startIdentityProvider } from '#tests/helpers/identity-provider.ts';
import type { IdentityProvider } from '#tests/helpers/identity-provider.ts';
import { makeClass } from '#tests/helpers/people.ts';
import { openDatabase } from '#tests/helpers/signed-in.ts';

let app: App;
let school: IdentityProvider;
let database: PrismaClient;
const code = 'the-school-class';

test.beforeAll(async () => {
  test.setTimeout(300_000);
  const person = { sub: '17', name: 'Stella', email: 'Stella@example.test', email_verified: true };
  school = await startIdentityProvider(person);
  app = await startApp({ settings: { ...CLIENT_SETTINGS, OIDC_ISSUER: school.issuer } });
  database = openDatabase(app);
  const { id } = await makeClass(database, 0);
  await database.joinLink.create({ data: { classroomId: id, code } });
  await database.installation.update({ where: { id: 1 }, data: { setupCompletedAt: new Date() } });
});
test.afterAll(async () => {
  await database.$disconnect();
  await app.stop();
  school.stop();
});

test('a new student comes by the join link, signs in at the school, and joins by pressing the button', async ({
  browser,
}) => {
  const page = await (await browser.newContext({ baseURL: app.baseUrl })).newPage();
  await page.goto(`/join/${code}`);
  await page.getByRole('button', { name: 'Continue with Our School' }).click();
  await expect(page.getByText('You are signed in as stella@example.test.')).toBeVisible();
  expect(await database.membership.count({ where: { role: 'STUDENT' } })).toBe(0);
  await page.getByRole('button', { name: 'Join the class' }).click();
  await expect(page.getByText('You have joined the class.')).toBeVisible();
});

test('the same student signs in again from the sign-in page', async ({ browser }) => {
  const page = await (await browser.newContext({ baseURL: app.baseUrl })).newPage();
  await page.goto('/login?next=/settings');
  await page.getByRole('button', { name: 'Continue with Our School' }).click();
  await page.waitForURL('**/settings');
});

test.describe('nobody gets in who', () => {
  for (const [who, change, sentence] of [
    [
      'has no account and no join link',
      { sub: '18', email: 'other@example.test' },
      'Nobody here has this e-mail',
    ],
    [
      'did not confirm the e-mail address',
      { sub: '19', email_verified: false },
      'did not confirm your e-mail',
    ],
  ] as const)
    test(who, async ({ browser }) => {
      school.person = { ...school.person, email_verified: true, ...change };
      const page = await (await browser.newContext({ baseURL: app.baseUrl })).newPage();
      await page.goto('/login');
      await page.getByRole('button', { name: 'Continue with Our School' }).click();
      await expect(page.getByText(sentence)).toBeVisible();
      expect(await database.user.count({ where: { email: 'other@example.test' } })).toBe(0);
    });
});
