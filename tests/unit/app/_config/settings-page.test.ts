import { expect, test } from 'vitest';
import { settingsPage } from '#tests/helpers/settings-page.ts';

// After a change of the settings: vitest run -u
test('docs/settings.md says what the settings are', async () => {
  await expect(await settingsPage()).toMatchFileSnapshot('../../../../docs/settings.md');
});
