// The whole story, on an installation that nobody has set up: administrator, class, student, a wrong answer, a right one,
// and what the instructor sees of it.
import { expect, test, type Browser, type Page } from '@playwright/test';
import { startApp, type App } from '#tests/helpers/app.ts';

const sequentialAnswer = `export async function loadUsers(ids, fetchUser) {
  const users = [];
  for (const id of ids) {
    users.push(await fetchUser(id));
  }
  return users;
}
`;

const rightAnswer = `export async function loadUsers(ids, fetchUser) {
  return await Promise.all(ids.map((id) => fetchUser(id)));
}
`;

/** Script errors and violations of the page's own policy: none may happen. */
const troubles: string[] = [];

let app: App;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  app = await startApp();
});
test.afterAll(async () => {
  await app.stop();
});
// oxlint-disable-next-line eslint/no-empty-pattern -- Playwright reads what a hook needs from its first parameter
test.afterEach(async ({}, info) => {
  if (info.status !== 'passed') await info.attach('server output', { body: app.output() });
  expect(troubles).toEqual([]);
});

async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: app.baseUrl, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => troubles.push(`${page.url()}: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`${page.url()}: ${message.text()}`);
  });
  return page;
}

async function setUp(page: Page): Promise<void> {
  await page.goto('/setup');
  await page.getByLabel('Set-up token').fill(app.setupToken ?? '');
  await page.getByLabel('Your name').fill('Ingrid Instructor');
  await page.getByLabel('E-mail').fill('ingrid@example.test');
  await page.getByLabel('Password', { exact: true }).fill('a long enough password');
  await page.getByRole('button', { name: 'Set up and sign in' }).click();
  await page.waitForURL('**/home');
}

/** @returns the link that students join with. */
async function makeClass(page: Page): Promise<string> {
  await page.goto('/classes/new');
  await page.getByLabel('Name').fill('JS-2026-B');
  await page.getByRole('button', { name: 'Make the class' }).click();
  await page.getByRole('button', { name: 'Make a join link' }).click();
  const link = page.locator('input[readonly][value*="/join/"]');
  await expect(link).toBeVisible();
  return await link.inputValue();
}

async function join(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Join JS-2026-B' })).toBeVisible();
  await page.getByRole('link', { name: 'Create an account' }).click();
  await page.getByLabel('Your name').fill('Stella Student');
  await page.getByLabel('E-mail').fill('stella@example.test');
  await page.getByLabel('Password', { exact: true }).fill('another long password');
  await page.getByRole('button', { name: 'Create account and join' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/register') && !url.pathname.startsWith('/join'));
}

async function submit(page: Page, answer: string): Promise<void> {
  const editor = page.getByRole('textbox', { name: /solution\.js/ });
  await editor.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(answer);
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
}

test('from the set-up token to the matrix that shows what a student passed', async ({ browser }) => {
  const instructor = await openPage(browser);
  await setUp(instructor);
  expect((await instructor.request.get('/setup')).status()).toBe(404);
  const link = await makeClass(instructor);

  const student = await openPage(browser);
  await join(student, link);
  await student.goto('/exercises/parallel-requests');

  await submit(student, sequentialAnswer);
  await expect(
    student
      .getByText('fetchUser(2) started at 200 ms, after fetchUser(1) finished. Expected: it starts at 0 ms.')
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
  // The hidden inputs follow from the exercise's content: with some, one of the hidden tests has no call to be late.
  await expect(student.getByRole('tab', { name: /Tests [12]\/6/ })).toBeVisible();

  await submit(student, rightAnswer);
  await expect(student.getByRole('tab', { name: /Tests 6\/6/ })).toBeVisible();

  await instructor.goto('/classes');
  await instructor.getByRole('link', { name: 'JS-2026-B' }).click();
  const cell = instructor
    .getByRole('link', { name: /Stella Student, Parallel requests, passed.*2 attempts/i })
    .first();
  await expect(cell).toBeVisible();
  await cell.click();
  await expect(instructor.getByRole('heading', { level: 1 })).toContainText(
    /Stella Student|Parallel requests/,
  );
});
