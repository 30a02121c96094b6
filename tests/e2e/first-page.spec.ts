import { expect, test } from '#tests/helpers/e2e.ts';

test('a fresh installation answers with its first page', async ({ page }) => {
  const response = await page.goto('/');
  expect(response?.status()).toBe(200);
  await expect(page.locator('body')).toContainText('Interleave');
});
