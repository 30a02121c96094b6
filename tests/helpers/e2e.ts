// `test` for browser tests: the real product runs beside them, one for each worker, and is gone when they are.
import { test as base } from '@playwright/test';
import { startApp } from './app.ts';
import type { App } from './app.ts';

// Playwright reads what a fixture needs from its first parameter: the empty pattern says "nothing".
type Worker = { app: App };

/** A test that needs an installation nobody has set up yet calls `startApp` itself. */
export const test = base.extend<object, Worker>({
  app: [
    // oxlint-disable-next-line eslint/no-empty-pattern -- see above
    async ({}, use) => {
      const app = await startApp();
      await use(app);
      await app.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  baseURL: async ({ app }, use) => await use(app.baseUrl),
});

export { expect } from '@playwright/test';
