// The catalogue by tracks, a track, a lesson and its snippets; with a content folder of the installation's own beside ours.
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { startApp, type App } from '#tests/helpers/app.ts';
import { expect, test as base } from '#tests/helpers/e2e.ts';
import { openDatabase, signIn, signInNewPerson } from '#tests/helpers/signed-in.ts';

const CONTENT = path.resolve(import.meta.dirname, '../fixtures/content');

type Student = { userId: string; page: Page; complaints: string[] };

const test = base.extend<{ student: Student }, { app: App }>({
  app: [
    // oxlint-disable-next-line eslint/no-empty-pattern -- Playwright reads what a fixture needs from its first parameter
    async ({}, use) => {
      const app = await startApp({ settings: { INTERLEAVE_CONTENT: CONTENT } });
      await use(app);
      await app.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  student: async ({ app, browser }, use) => {
    const database = openDatabase(app);
    const context = await browser.newContext({ baseURL: app.baseUrl });
    const userId = await signInNewPerson(context, app, database);
    await database.$disconnect();
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await use({ userId, page, complaints });
    await context.close();
  },
});

test('what cannot be read is told at the start, and all else is there', ({ app }) => {
  expect(app.output()).toContain(`Refused: the lesson in ${path.join(CONTENT, 'broken-tea')}`);
  expect(app.output()).toContain('lesson.md: line 1: field "duration": is missing');
  expect(app.output()).toMatch(/content +\d+ in place \(\d+ added\), \d+ refused/);
});

test('the catalogue lists tracks, and its filters are in the address', async ({
  student: { page, complaints },
}) => {
  await page.goto('/exercises');
  const tracks = page.getByRole('navigation', { name: 'Tracks' });
  await expect(tracks.getByRole('link', { name: 'In the kitchen' })).toContainText('0 of 1 passed');
  await page.getByLabel('Search').fill('kettle');
  await page.getByLabel('Level').selectOption('introductory');
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.waitForURL(/q=kettle.*level=introductory/);
  await expect(page.getByRole('heading', { level: 3 })).toHaveText(['Two kettles']);
  await expect(page.getByRole('region', { name: 'In the kitchen' })).toContainText('Lesson');
  await page.getByLabel('Search').fill('no such word');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 3 })).toHaveText(['Two kettles']);
  await page.getByRole('link', { name: 'Clear' }).click();
  await expect(tracks).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a track leads to its lesson, and the lesson to its exercise', async ({
  student: { page, complaints },
}) => {
  await page.goto('/exercises');
  await page
    .getByRole('navigation', { name: 'Tracks' })
    .getByRole('link', { name: 'In the kitchen' })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'In the kitchen' })).toBeVisible();
  await expect(page.getByText('A kitchen is a good place')).toBeVisible();
  await page.getByRole('link', { name: 'Start: Two kettles' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Two kettles' })).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Neighbours' })
    .getByRole('link', { name: 'Parallel requests' })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Parallel requests' })).toBeVisible();
  await page.getByRole('link', { name: 'Previous' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('the numbers of a lesson come from its runs; each snippet has its output and its timeline', async ({
  student: { page, complaints },
}) => {
  await page.goto('/lessons/two-kettles');
  await expect(page.getByText('That takes 500 ms.')).toBeVisible();
  await expect(page.getByText('Now it takes 300 ms.')).toBeVisible();
  await expect(page).toHaveTitle(/^Two kettles/);
  const together = page.getByRole('region', { name: 'Snippet together' });
  await expect(together).toContainText("[ 'hot tea', 'hot soup' ]");
  await expect(together).toContainText('with up to 2 calls under way at once');
  const events = together.getByRole('list', { name: 'Events in order' });
  await expect(events.getByRole('button')).toHaveCount(3);
  await together.getByRole('button', { name: 'Table' }).click();
  await expect(together.getByRole('table')).toContainText('boil("soup")');
  await expect(page.getByRole('region', { name: 'Snippet too-many' })).toContainText(
    'Uncaught Error: No power',
  );
  expect(complaints).toEqual([]);
});

test('a lesson or a track that does not exist is a page of its own', async ({ student: { page } }) => {
  for (const address of ['/lessons/nothing', '/tracks/nothing', '/lessons/broken-tea', '/lessons/kitchen']) {
    expect((await page.goto(address))?.status(), address).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test('a lesson can be read without JavaScript', async ({ app, browser, student: { userId } }) => {
  const context = await browser.newContext({ baseURL: app.baseUrl, javaScriptEnabled: false });
  await signIn(context, app, userId);
  const page = await context.newPage();
  await page.goto('/lessons/two-kettles');
  await expect(page.getByText('That takes 500 ms.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Snippet in-turn' })).toContainText('It took 500 ms');
  await context.close();
});

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing, and nothing is wider than the screen, ${scheme}`, async ({
    app,
    browser,
    student: { userId },
  }) => {
    test.setTimeout(400_000); // axe looks at seven pages, one of them long
    const context = await browser.newContext({ baseURL: app.baseUrl, colorScheme: scheme });
    await signIn(context, app, userId);
    const page = await context.newPage();
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const whole = width === 1440 ? ['/exercises'] : [];
      for (const address of [...whole, '/exercises?q=kettle', '/tracks/kitchen', '/lessons/two-kettles']) {
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
          `${address} at ${width}`,
        ).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(
          width,
        );
      }
    }
    await context.close();
  });
}
