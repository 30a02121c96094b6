import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { expect, test as base } from '#tests/helpers/e2e.ts';
import { openDatabase, signIn, signInNewPerson } from '#tests/helpers/signed-in.ts';

const EXERCISE = '/exercises/parallel-requests';
const RIGHT = `export async function loadUsers(ids, fetchUser) {
  return await Promise.all(ids.map((id) => fetchUser(id)));
}
`;

type Student = { userId: string; page: Page; context: BrowserContext; complaints: string[] };

/** A new student, signed in, and all that the browser complained about. */
const test = base.extend<{ student: Student }>({
  student: async ({ app, browser }, use) => {
    const database = openDatabase(app);
    const context = await browser.newContext({ baseURL: app.baseUrl });
    const userId = await signInNewPerson(context, app, database);
    await database.$disconnect();
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await use({ userId, page, context, complaints });
    await context.close();
  },
});

async function open(page: Page, path = EXERCISE): Promise<void> {
  await page.goto(path);
  await expect(page.locator('[data-editor=full]')).toBeAttached();
}

/** Puts this text in the place of all the code. */
async function write(page: Page, source: string): Promise<void> {
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(source);
}

async function code(page: Page): Promise<string> {
  return (await page.locator('.cm-line').allTextContents()).join('\n');
}

const headline = (page: Page) => page.getByRole('heading', { level: 3, name: /tests|fault/ });
const results = (page: Page) => page.getByRole('region', { name: 'Results' });

test('the first answer of the server holds the task and the code, and both can be read without JavaScript', async ({
  app,
  browser,
  student,
}) => {
  const context = await browser.newContext({ baseURL: app.baseUrl, javaScriptEnabled: false });
  await signIn(context, app, student.userId);
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    const page = await context.newPage();
    await page.setViewportSize(viewport);
    await page.goto(EXERCISE);
    await expect(page.getByText('No member depends on another')).toBeVisible();
    await expect(page.getByRole('textbox', { name: /Code/ })).toBeVisible();
    await expect(page.getByRole('textbox', { name: /Code/ })).toHaveValue(/export async function loadUsers/);
  }
  await context.close();
});

test('Ctrl+Enter runs from the editor and from the page, and adds no blank line', async ({ student }) => {
  const { page, complaints } = student;
  await open(page);
  await page.locator('.cm-content').click();
  const before = await code(page);
  await page.keyboard.press('Control+Enter');
  await expect(headline(page)).toHaveText(/3 of 4 tests failed/);
  expect(await code(page)).toBe(before);
  await page.getByRole('heading', { level: 1 }).click();
  const again = page.waitForResponse((response) => response.url().endsWith('/api/runs'));
  await page.keyboard.press('Meta+Enter');
  expect((await again).status()).toBe(202);
  await expect(headline(page)).toHaveText(/3 of 4 tests failed/);
  expect(complaints).toEqual([]);
});

test('the first failing test is open and says what is late, with both times and the line', async ({
  student,
}) => {
  const { page } = student;
  await open(page);
  await page.keyboard.press('Control+Enter');
  await expect(headline(page)).toBeVisible();
  const opened = results(page).locator('details[open]');
  await expect(opened).toHaveCount(1);
  await expect(opened).toHaveAttribute('data-outcome', 'failed');
  await expect(opened).toContainText('fetchUser(2) started at 200 ms');
  await expect(opened).toContainText('- Expected');
  await expect(opened).toContainText('+ Received');
  await expect(page.locator('.cm-problem')).toContainText('fetchUser(2) started at 200 ms');
  await opened.getByRole('button', { name: 'Jump to line 15' }).click();
  await expect(page.locator('.cm-content')).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: '3 of 4 tests failed' })).toBeAttached();
});

test('after a change the results say that they are old, and undoing it makes them new again', async ({
  student,
}) => {
  const { page } = student;
  await open(page);
  await page.keyboard.press('Control+Enter');
  await expect(headline(page)).toBeVisible();
  await page.locator('.cm-content').click();
  await page.keyboard.type('x');
  await expect(page.getByText('The code has changed since this result.')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('The code has changed since this result.')).toBeHidden();
});

test('what was typed is there after a reload at once, after Back, and on another device', async ({
  app,
  browser,
  student,
}) => {
  const { page, userId } = student;
  await open(page);
  await write(page, '// typed and reloaded at once\n');
  await page.reload();
  await expect(page.locator('[data-editor=full]')).toBeAttached();
  await expect(page.locator('.cm-content')).toContainText('typed and reloaded at once');

  await write(page, '// typed and gone away\n');
  await page
    .getByRole('link', { name: /Exercises/ })
    .first()
    .click();
  await page.waitForURL('**/exercises');
  await page.goBack();
  await expect(page.locator('.cm-content')).toContainText('typed and gone away');
  await expect(
    page
      .getByRole('status')
      .filter({ hasText: /Draft saved.*, not submitted/ })
      .first(),
  ).toBeVisible();

  const phone = await browser.newContext({ baseURL: app.baseUrl });
  await signIn(phone, app, userId);
  const other = await phone.newPage();
  await open(other);
  await expect(other.locator('.cm-content')).toContainText('typed and gone away');
  await phone.close();
});

test('a lost network keeps the code on this device and saves it when it is back', async ({ student }) => {
  const { page, context } = student;
  await open(page);
  await context.setOffline(true);
  await write(page, '// typed without a network\n');
  const status = page.locator('[data-draft]').first();
  await expect(status).toHaveText('Offline, kept on this device');
  await context.setOffline(false);
  await expect(status).toHaveText(/Draft saved/);
  await page.reload();
  await expect(page.locator('.cm-content')).toContainText('typed without a network');
});

test('of two tabs neither overwrites the other without a word', async ({ student }) => {
  const { page, context } = student;
  await open(page);
  const other = await context.newPage();
  await open(other);
  await other.route('**/api/drafts/**', async (route) => await route.abort());
  await write(other, '// in the other tab\n');
  await expect(other.locator('[data-draft=offline]').first()).toBeAttached();
  await write(page, '// in this tab\n');
  await expect(other.getByText('Nothing has been overwritten.')).toBeVisible();
  await expect(other.locator('.cm-content')).toContainText('in the other tab');
  await other.unroute('**/api/drafts/**');
  await other.getByRole('button', { name: 'Keep mine' }).click();
  await expect(page.locator('.cm-content')).toContainText('in the other tab');
});

test('on a conflict one can keep mine, or take theirs and undo that', async ({ app, browser, student }) => {
  const { page, userId } = student;
  await open(page);
  const phone = await browser.newContext({ baseURL: app.baseUrl });
  await signIn(phone, app, userId);
  const other = await phone.newPage();
  await open(other);
  await write(other, '// from the phone\n');
  await expect(other.locator('[data-draft=saved]').first()).toBeAttached();
  await write(page, '// from the laptop\n');
  await expect(page.getByText('Nothing has been overwritten.')).toBeVisible();
  await expect(page.locator('.cm-content')).toContainText('from the laptop');
  await page.getByRole('button', { name: 'Take theirs' }).click();
  await expect(page.locator('.cm-content')).toContainText('from the phone');
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+z');
  await expect(page.locator('.cm-content')).toContainText('from the laptop');
  await phone.close();
});

test('reset brings the starter back, and can be undone', async ({ student }) => {
  const { page } = student;
  await open(page);
  await write(page, '// mine\n');
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page.locator('.cm-content')).toContainText('export async function loadUsers');
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+z');
  await expect(page.locator('.cm-content')).toContainText('// mine');
});

test('Tab indents, and Escape then Tab leaves the editor, as the page says', async ({ student }) => {
  const { page } = student;
  await open(page);
  await expect(page.getByText('Esc then Tab leaves the editor')).toBeVisible();
  await page.locator('.cm-content').click();
  await page.keyboard.press('Tab');
  await expect(page.locator('.cm-content')).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(page.locator('.cm-content')).not.toBeFocused();
});

test('a faulty program is told where and why', async ({ student }) => {
  const { page } = student;
  await open(page);
  const cases = [
    ['export async function loadUsers() {\n  const a = ;\n}', 'does not parse on line 2'],
    ['export async function loadUsers() {\n  await new Promise(() => {});\n}', 'which nothing settles'],
    ['export async function loadUsers() {\n  Promise.reject(new Error("lost"));\n}', 'nobody handled it'],
    ['export async function loadUsers() {\n  for (;;);\n}', 'endless loop'],
  ] as const;
  for (const [source, words] of cases) {
    await write(page, source);
    await page.keyboard.press('Control+Enter');
    await expect(results(page).getByText(words).first()).toBeVisible();
  }
});

test('printed lines stand under the test that printed them', async ({ student }) => {
  const { page } = student;
  await open(page);
  await write(page, RIGHT.replace('  return', "  console.log('asked for', ids);\n  return"));
  await page.keyboard.press('Control+Enter');
  await expect(headline(page)).toHaveText(/All 4 tests passed/);
  const first = results(page).locator('details').first();
  await first.locator('summary').click();
  await expect(first.getByRole('region', { name: 'Your output' })).toContainText('asked for [ 1, 2, 3 ]');
});

test('from the first failure to the solution: hints, submission, the same code again, attempts, progress', async ({
  app,
  student,
}) => {
  const { page, context } = student;
  await open(page);
  const solution = `${app.baseUrl}/api/exercises/parallel-requests/solution`;
  expect((await context.request.get(solution)).status()).toBe(403);
  await page.getByRole('tab', { name: 'Hints 3' }).click();
  await expect(page.getByText('Hint 1 of 3', { exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Show hint 1 of 3' }).click();
  await expect(page.getByText('Hint 1 of 3', { exact: true })).toBeVisible();
  await expect(page.getByText('Hint 2 of 3', { exact: true })).toBeHidden();
  await page.getByRole('tab', { name: /Solution/ }).click();
  await expect(page.getByText('The solution opens when a submission of yours has passed')).toBeVisible();

  await write(page, RIGHT);
  await page.keyboard.press('Control+Shift+Enter');
  await expect(headline(page)).toHaveText(/All 6 tests passed/);
  await expect(results(page).getByText('Hidden test 1')).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Tests 6/6' }).last()).toBeVisible();
  await page.getByRole('button', { name: 'Show the solution beside my code' }).click();
  await expect(page.getByRole('region', { name: /Reference solution/ })).toContainText('Promise.all');
  expect((await context.request.get(solution)).status()).toBe(200);

  await page.keyboard.press('Control+Shift+Enter');
  await expect(page.getByText('this is submission 1')).toBeVisible();
  await page.getByRole('tab', { name: 'Submissions 1' }).click();
  await page.getByRole('link', { name: 'Submission 1', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Submission 1/);
  await page.goto('/progress');
  await expect(page.getByRole('row', { name: /Parallel requests Passed 6\/6/ })).toBeVisible();
  await page.goto('/exercises?status=passed');
  await expect(page.getByRole('link', { name: 'Parallel requests', exact: true })).toBeVisible();
});

test('an earlier submission can be put back into the editor, and that can be undone', async ({ student }) => {
  const { page } = student;
  await open(page);
  await write(page, '// the first try\nexport const loadUsers = 1;\n');
  await page.keyboard.press('Control+Shift+Enter');
  await expect(headline(page)).toBeVisible();
  await write(page, '// the second try\n');
  await page.getByRole('tab', { name: /Submissions/ }).click();
  await page.getByRole('link', { name: 'Restore' }).click();
  await expect(page.locator('.cm-content')).toContainText('the first try');
});

test('the timeline sets mine against what is expected, marks the line, and works by keyboard', async ({
  student,
}) => {
  const { page } = student;
  await open(page);
  await page.keyboard.press('Control+Enter');
  await expect(headline(page)).toBeVisible();
  await results(page).getByRole('button', { name: 'Open in timeline' }).click();
  await expect(page).toHaveURL(/pane=timeline&test=1/);
  const second = page.getByRole('button', {
    name: 'fetchUser(2), line 15, started 200 ms, expected 0 ms, fulfilled 400 ms, 200 ms late',
  });
  await second.hover();
  await expect(page.locator('.cm-pointed')).toContainText('fetchUser(id)');
  await page.getByRole('button', { name: 'Next difference' }).click();
  await page.keyboard.press('ArrowUp');
  await expect(second).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.cm-content')).toBeFocused();
  await page.getByRole('button', { name: 'Order' }).click();
  await page.getByRole('button', { name: 'Table' }).click();
  await expect(results(page).getByRole('row')).toHaveCount(5);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Order', pressed: true })).toBeVisible();
  await expect(results(page).getByRole('row', { name: /fetchUser\(3\).*\+400 ms/ })).toBeVisible();
});

test('a reload in the middle of a run goes on where it was', async ({ student }) => {
  const { page } = student;
  await open(page);
  await write(page, 'export async function loadUsers() {\n  for (;;);\n}\n');
  // Asked for before the key is pressed: the answer may be there at once.
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/runs'));
  await page.keyboard.press('Control+Enter');
  await answered;
  await page.reload();
  await expect(headline(page)).toHaveText(/4 of 4 tests failed/);
});

test('a run that takes too long can be cancelled', async ({ student }) => {
  const { page } = student;
  await open(page);
  await write(page, 'export async function loadUsers() {\n  for (;;);\n}\n// again\n');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Cancelled. Nothing was counted.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Run/ })).toBeEnabled();
});

test('the submission of another student is not there', async ({ app, browser, student }) => {
  const { page } = student;
  await open(page);
  await page.keyboard.press('Control+Shift+Enter');
  await expect(headline(page)).toBeVisible();
  await page.getByRole('tab', { name: 'Submissions 1' }).click();
  const href = await page.getByRole('link', { name: 'Submission 1', exact: true }).getAttribute('href');
  const context = await browser.newContext({ baseURL: app.baseUrl });
  const database = openDatabase(app);
  await signInNewPerson(context, app, database);
  await database.$disconnect();
  const answer = await (await context.newPage()).goto(href ?? '');
  expect(answer?.status()).toBe(404);
  await context.close();
});

const PAGES = ['/exercises', EXERCISE, `${EXERCISE}/submissions`, '/progress'];

test('no page scrolls sideways on a narrow screen', async ({ student }) => {
  const { page } = student;
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    for (const path of PAGES) {
      await page.goto(path);
      const [content, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(content, `${path} at ${width}`).toBeLessThanOrEqual(room ?? 0);
    }
  }
});

test('on a narrow screen one pane is in sight, a run leads to its results, and a finding back to its line', async ({
  student,
}) => {
  const { page } = student;
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await page.getByRole('tab', { name: 'Code', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Exercise' })).toBeHidden();
  await page.getByRole('button', { name: /^Run/ }).click();
  await expect(headline(page)).toBeVisible();
  await page.getByRole('button', { name: 'Jump to line 15' }).click();
  await expect(page.locator('.cm-content')).toBeFocused();
  // Two changes of the address within half a second have once brought back the first.
  await page.waitForURL(/pane=code/);
  await page.waitForLoadState('networkidle');
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await expect(page.getByRole('list', { name: 'Events in order' })).toBeVisible();
  const [content, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(content).toBeLessThanOrEqual(room ?? 0);
});

async function seriousProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

async function inScheme(
  browser: Browser,
  baseURL: string,
  scheme: 'light' | 'dark',
): Promise<BrowserContext> {
  return await browser.newContext({ baseURL, colorScheme: scheme });
}

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious, ${scheme}`, async ({ app, browser, student }) => {
    const context = await inScheme(browser, app.baseUrl, scheme);
    await signIn(context, app, student.userId);
    const page = await context.newPage();
    for (const path of PAGES) {
      await page.goto(path);
      expect(await seriousProblems(page), path).toEqual([]);
    }
    await open(page);
    await page.keyboard.press('Control+Shift+Enter');
    await expect(headline(page)).toBeVisible();
    expect(await seriousProblems(page), 'results').toEqual([]);
    await page.goto(`${EXERCISE}?pane=timeline`);
    await expect(page.getByRole('list', { name: 'Events in order' })).toBeVisible();
    expect(await seriousProblems(page), 'timeline').toEqual([]);
    await page.goto(`${EXERCISE}?pane=timeline&view=table`);
    expect(await seriousProblems(page), 'table').toEqual([]);
    await page.goto(`${EXERCISE}/submissions`);
    await page.getByRole('link', { name: 'Submission 1', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: /Submission 1/ })).toBeVisible();
    expect(await seriousProblems(page), 'permalink').toEqual([]);
    await context.close();
  });
}
