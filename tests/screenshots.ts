// `npm run screenshots`: the pictures of docs/screenshots, taken from the real product with its demo class.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { startApp, type App } from './helpers/app.ts';
import { findChromium } from './helpers/chromium.ts';

const folder = path.resolve(import.meta.dirname, '../docs/screenshots');
const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
type Theme = 'light' | 'dark';

async function signIn(
  browser: Browser,
  app: App,
  email: string,
  theme: Theme,
  viewport = desktop,
): Promise<Page> {
  const context = await browser.newContext({ baseURL: app.baseUrl, colorScheme: theme, viewport });
  const page = await context.newPage();
  await page.goto('/login');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('interleave-demo');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/home');
  return page;
}

async function keep(page: Page, name: string): Promise<void> {
  await page.evaluate(async () => await document.fonts.ready);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  console.log(`docs/screenshots/${name}.png`);
}

async function showTimeline(page: Page): Promise<void> {
  await page.goto('/exercises/parallel-requests');
  // The editor stands: from now on the page hears its keys. On a phone it waits behind its tab.
  await page.locator('.cm-content').waitFor({ state: 'attached' });
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.getByText('3 of 4 tests failed').filter({ visible: true }).first().waitFor();
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await page.getByText('Difference 1 of').waitFor();
}

async function take(browser: Browser, app: App, theme: Theme): Promise<void> {
  const student = await signIn(browser, app, 'student-03@demo.example.test', theme);
  await showTimeline(student);
  await keep(student, `workspace-${theme}`);
  await student.goto('/exercises');
  await keep(student, `catalogue-${theme}`);
  const onPhone = await signIn(browser, app, 'student-02@demo.example.test', theme, phone);
  await showTimeline(onPhone);
  await keep(onPhone, `timeline-phone-${theme}`);
  const instructor = await signIn(browser, app, 'instructor@demo.example.test', theme);
  await instructor.goto('/classes');
  await instructor
    .getByRole('link', { name: /Demo class/ })
    .first()
    .click();
  await instructor.getByRole('table').waitFor();
  await keep(instructor, `matrix-${theme}`);
}

mkdirSync(folder, { recursive: true });
const app = await startApp({ args: ['--demo'] });
const browser = await chromium.launch({
  executablePath: findChromium() ?? '',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  for (const theme of ['light', 'dark'] as const) await take(browser, app, theme);
} finally {
  await browser.close();
  await app.stop();
}
