// Accounts and classes in a real browser, from the set-up on; the tests follow one another on one installation.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type APIRequestContext, type Browser, type Page } from '@playwright/test';
import { startApp, type App } from '#tests/helpers/app.ts';
import { openDatabase } from '#tests/helpers/signed-in.ts';

const PASSWORD = 'correct horse battery';
const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };

let app: App;
let link = '';
let classPath = '';
/** Script errors and violations of the pages' own policy: none may happen. */
let troubles: string[] = [];

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  test.setTimeout(300_000);
  app = await startApp();
});
test.afterAll(async () => {
  await app.stop();
});
test.beforeEach(() => {
  troubles = [];
});
test.afterEach(async ({ browser }) => {
  await Promise.all(browser.contexts().map(async (context) => await context.close()));
  expect(troubles).toEqual([]);
});

async function open(browser: Browser, viewport = wide): Promise<Page> {
  const context = await browser.newContext({ baseURL: app.baseUrl, viewport });
  const page = await context.newPage();
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    const isExpected = /status of (401|404|410|429)/.test(message.text());
    if (message.type() === 'error' && !isExpected) troubles.push(message.text());
  });
  return page;
}

async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function openAs(browser: Browser, email: string, viewport = wide): Promise<Page> {
  const page = await open(browser, viewport);
  await signIn(page, email);
  await page.waitForURL('**/home');
  return page;
}

async function fillSetup(page: Page, token: string, email: string): Promise<void> {
  await page.goto('/setup');
  await page.getByLabel('Set-up token').fill(token);
  await page.getByLabel('Your name').fill('Ada Administrator');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
}

test('a wrong token is refused beside its field, and everything typed is kept', async ({ browser }) => {
  const page = await open(browser);
  await fillSetup(page, 'aaaa-bbbb-cccc', 'ada@example.test');
  await page.getByRole('button', { name: 'Set up and sign in' }).click();
  await expect(page.getByText('This is not the token in the terminal.')).toBeVisible();
  await expect(page.getByLabel('Set-up token')).toBeFocused();
  await expect(page.getByLabel('Your name')).toHaveValue('Ada Administrator');
  await expect(page.getByLabel('Password')).toHaveValue(PASSWORD);
});

test('of two people who set up at once, one becomes administrator, and the page is gone for both', async ({
  browser,
}) => {
  const pages = await Promise.all([open(browser), open(browser)]);
  await Promise.all(
    pages.map(
      async (page, index) =>
        await fillSetup(page, app.setupToken ?? '', ['ada', 'eve'][index] + '@example.test'),
    ),
  );
  await Promise.all(
    pages.map(async (page) => await page.getByRole('button', { name: 'Set up and sign in' }).click()),
  );
  await Promise.all(
    pages.map(
      async (page) => await expect(page.getByRole('heading', { name: /Hello|Not found/ })).toBeVisible(),
    ),
  );
  expect(pages.filter((page) => page.url().endsWith('/home'))).toHaveLength(1);
  for (const page of pages) expect((await page.goto('/setup'))?.status()).toBe(404);
  const database = openDatabase(app);
  expect(await database.user.count()).toBe(1);
  await database.user.updateMany({ data: { email: 'ada@example.test' } }); // whoever of the two it was
  await database.$disconnect();
});

test('an unknown e-mail and a wrong password get the same answer, which is slowed down', async ({
  browser,
}) => {
  const page = await open(browser);
  const answers = [];
  for (const email of ['nobody@example.test', 'ada@example.test']) {
    const answer = await postPassword(page.request, email, 'wrong password');
    answers.push({ status: answer.status(), body: (await answer.text()).replace(email, '') });
  }
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]?.status).toBe(401);
  for (let tries = 0; tries < 4; tries += 1) await postPassword(page.request, 'nobody@example.test', 'wrong');
  const refused = await postPassword(page.request, 'nobody@example.test', 'wrong');
  expect(refused.status()).toBe(429);
  expect(Number(refused.headers()['retry-after'])).toBeGreaterThan(0);
  await signIn(page, 'nobody@example.test', 'wrong');
  await expect(page.getByRole('alert').filter({ hasText: 'Too many tries' })).toBeVisible();
});

test('signing in returns to the page that asked for it, and never to another site', async ({ browser }) => {
  const page = await open(browser);
  await page.goto('/classes/new');
  await page.waitForURL(/\/login\?next=%2Fclasses%2Fnew$/);
  await page.getByLabel('E-mail').fill('ada@example.test');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/classes/new');
  await page.goto('/login?next=//evil.example/');
  await page.waitForURL('**/home');
});

test('a class is made and its link shared; looking at it joins nobody', async ({ browser }) => {
  const page = await openAs(browser, 'ada@example.test');
  await page.goto('/classes/new');
  await page.getByLabel('Name').fill('Asynchronous 101');
  await page.getByRole('button', { name: 'Make the class' }).click();
  await page.waitForURL('**/invite');
  classPath = new URL(page.url()).pathname.replace('/invite', '');
  await page.getByLabel('At most').fill('0');
  await page.getByRole('button', { name: 'Make a join link' }).click();
  await expect(page.getByText('Enter a whole number from 1 to 9999')).toBeVisible();
  await page.getByLabel('At most').fill('3');
  await page.getByRole('button', { name: 'Make a join link' }).click();
  link = await page.getByLabel('Link', { exact: true }).inputValue();
  for (let looks = 0; looks < 3; looks += 1) expect((await page.request.get(link)).status()).toBe(200);
  await page.reload();
  await expect(page.getByText('0 of 3 joined')).toBeVisible();
});

test('three students join; the fourth reads that the link is used up', async ({ browser }) => {
  for (const name of ['Bo', 'Cy', 'Di']) await register(await open(browser, narrow), name);
  const late = await open(browser, narrow);
  await late.goto(link);
  await expect(late.getByText('This link has been used as often as it may.')).toBeVisible();
  const again = await openAs(browser, 'bo@example.test', narrow);
  await again.goto(link);
  await expect(again.getByText('You are in this class already')).toBeVisible();
});

test('a closed link answers 410 with a sentence', async ({ browser }) => {
  const page = await openAs(browser, 'ada@example.test');
  await page.goto(`${classPath}/invite`);
  await page.getByRole('button', { name: 'Close link' }).click();
  await expect(page.getByText('Closed by hand')).toBeVisible();
  expect((await page.goto(link))?.status()).toBe(410);
  const visitor = await open(browser);
  await visitor.goto(link);
  await expect(visitor.getByText('Ask them for a new one.')).toBeVisible();
});

test('a class does not exist for its students or for other instructors', async ({ browser }) => {
  const student = await openAs(browser, 'bo@example.test');
  const paths = ['', '/invite', '/students/x', '/students/x/parallel-requests'].map(
    (rest) => classPath + rest,
  );
  for (const path of [...paths, '/admin/users', '/classes/new'])
    expect((await student.request.get(path)).status(), path).toBe(404);
  const visitor = await open(browser);
  for (const path of paths) {
    const answer = await visitor.request.get(path, { maxRedirects: 0 });
    expect([307, 308], path).toContain(answer.status());
    expect(answer.headers()['location']).toContain('/login?next=');
  }
});

test('in the matrix one Tab leads in, arrows move, and the names stay in sight', async ({ browser }) => {
  const page = await openAs(browser, 'ada@example.test');
  await page.goto(classPath);
  const table = page.getByRole('table');
  const cells = table.locator('[data-cell]');
  await expect(cells.and(page.locator('[tabindex="0"]'))).toHaveCount(1);
  await cells.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(cells.nth(1)).toBeFocused();
  await expect(cells.nth(1)).toHaveAccessibleName(/^Bo, .+, not started$/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await expect(table.getByRole('link', { name: 'Cy', exact: true })).toBeFocused();
  await page.setViewportSize({ width: 700, height: 420 });
  await page.getByRole('region', { name: 'Progress of Asynchronous 101' }).evaluate((region) => {
    region.scrollTo(400, 100);
  });
  const box = await table.getByRole('link', { name: 'Di', exact: true }).boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  await expect(table.getByRole('columnheader').first()).toBeInViewport();
});

test('sorting and filtering are in the address', async ({ browser }) => {
  const page = await openAs(browser, 'ada@example.test');
  await page.goto(classPath);
  await page.getByRole('link', { name: 'Started', exact: true }).click();
  await page.waitForURL(/show=started/);
  await expect(page.getByText('Nobody fits this view')).toBeVisible();
  await page.goto(`${classPath}?sort=last`);
  await expect(page.locator('th[aria-sort=descending]')).toContainText('Last attempt');
});

test('a disabled account is out with its next request, and back only by signing in', async ({ browser }) => {
  const student = await openAs(browser, 'cy@example.test');
  const administrator = await openAs(browser, 'ada@example.test');
  await administrator.goto('/admin/users?q=cy%40');
  await administrator.getByRole('button', { name: 'Change Cy' }).click();
  await administrator.getByRole('button', { name: 'Disable account' }).click();
  await expect(administrator.getByRole('cell', { name: 'Disabled' })).toBeVisible();
  await student.goto('/home');
  await student.waitForURL('**/login**');
  await signIn(student, 'cy@example.test');
  await expect(student.getByText('E-mail or password is wrong.')).toBeVisible();
  await administrator.getByRole('button', { name: 'Enable account' }).click();
  await expect(administrator.getByRole('cell', { name: 'Active' })).toBeVisible();
  await signIn(student, 'cy@example.test');
  await student.waitForURL('**/home');
});

test('a person added by the administrator signs in with the password shown once, and makes a class', async ({
  browser,
}) => {
  const administrator = await openAs(browser, 'ada@example.test');
  await administrator.goto('/admin/users');
  await administrator.getByText('Add a person').click();
  await administrator.getByLabel('Name', { exact: true }).fill('Ina Instructor');
  await administrator.getByLabel('E-mail').fill('ina@example.test');
  await administrator.getByRole('button', { name: 'Add', exact: true }).click();
  const password = await administrator.getByLabel('Password, shown once').inputValue();
  const instructor = await open(browser);
  await signIn(instructor, 'ina@example.test', password);
  await instructor.waitForURL('**/home');
  expect((await instructor.request.get('/classes/new')).status()).toBe(200);
  expect((await instructor.request.get(classPath)).status()).toBe(404);
});

test('a new password keeps this session and ends the others; signing out everywhere ends all', async ({
  browser,
}) => {
  const one = await openAs(browser, 'di@example.test');
  const other = await openAs(browser, 'di@example.test');
  await one.goto('/settings');
  await one.getByLabel('Current password').fill(PASSWORD);
  await one.getByLabel('New password').fill('another long password');
  await one.getByRole('button', { name: 'Change password' }).click();
  await expect(one.getByText('Your password is changed.')).toBeVisible();
  await one.goto('/home');
  await expect(one.getByRole('heading', { name: 'Hello, Di' })).toBeVisible();
  await other.goto('/home');
  await other.waitForURL('**/login**');
  await one.goto('/settings');
  await one.getByRole('button', { name: 'Sign out everywhere' }).click();
  await one.waitForURL('**/login');
  expect((await one.request.get('/home', { maxRedirects: 0 })).status()).toBe(307);
});

test('the chosen theme is there with the first byte of the next page', async ({ browser }) => {
  const page = await openAs(browser, 'bo@example.test');
  await page.getByRole('button', { name: 'Switch between light and dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect
    .poll(async () => await (await page.request.get('/home')).text())
    .toContain('data-theme="dark"');
});

test('every page has strict headers, an unknown one leads home, and none of them trips axe or scrolls sideways', async ({
  browser,
}) => {
  test.setTimeout(400_000); // axe looks at seventeen pages
  const page = await openAs(browser, 'ada@example.test');
  const headers = (await page.request.get('/home')).headers();
  expect(headers['content-security-policy']).toMatch(/script-src 'self' 'nonce-\w+' 'strict-dynamic';/);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['strict-transport-security']).toBeUndefined();
  expect((await page.goto('/no/such/page'))?.status()).toBe(404);
  await expect(page.locator('main').getByRole('link', { name: 'Home' })).toBeVisible();
  const studentPath = await firstStudentPath(page);
  const paths = [
    '/home',
    '/classes',
    classPath,
    `${classPath}/invite`,
    studentPath,
    '/settings',
    '/admin/users',
  ];
  for (const [scheme, viewport] of [['light', wide] as const, ['dark', narrow] as const]) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize(viewport);
    for (const path of paths) await checkPage(page, path);
  }
  const visitor = await open(browser, { width: 320, height: 700 });
  for (const path of ['/', '/login', '/register']) await checkPage(visitor, path);
});

test('a failure of ours shows a reference that stands in the log, and nothing else about it', async ({
  browser,
}) => {
  const page = await openAs(browser, 'ada@example.test');
  const database = openDatabase(app);
  await database.$executeRaw`ALTER TABLE "Membership" RENAME TO "Gone"`;
  try {
    expect((await page.goto('/classes'))?.status()).toBe(500);
    await expect(page.getByRole('heading', { name: 'This page could not be shown' })).toBeVisible();
    const reference = await page.locator('main code').innerText();
    expect(reference.length).toBeGreaterThan(4);
    await expect.poll(() => app.output()).toContain(reference);
    await expect(page.locator('main')).not.toContainText(/Membership|prisma/i);
  } finally {
    await database.$executeRaw`ALTER TABLE "Gone" RENAME TO "Membership"`;
    await database.$disconnect();
  }
  troubles = []; // the browser reports the failure as well
});

async function checkPage(page: Page, path: string): Promise<void> {
  await page.goto(path);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => [path, id, nodes[0]?.html])).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, path).toBeLessThanOrEqual(0);
}

async function firstStudentPath(page: Page): Promise<string> {
  await page.goto(classPath);
  return (
    (await page.getByRole('table').getByRole('link', { name: 'Bo', exact: true }).getAttribute('href')) ?? ''
  );
}

async function register(page: Page, name: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('link', { name: 'Create an account' }).click();
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail').fill(`${name}@example.test`);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Create account and join' }).click();
  await expect(page.getByText('You have joined the class.')).toBeVisible();
}

async function postPassword(request: APIRequestContext, email: string, password: string) {
  const { csrfToken } = (await (await request.get('/api/auth/csrf')).json()) as { csrfToken: string };
  return await request.post('/api/auth/callback/credentials', {
    form: { email, password, csrfToken, json: 'true' },
  });
}
