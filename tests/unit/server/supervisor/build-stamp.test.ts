import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { hashSources, isBuilt, removeStamp, writeStamp } from '#server/supervisor/build-stamp.ts';
import { makeTemporaryFolder } from '#tests/helpers/temporary-folder.ts';

function makeCheckout(files: Record<string, string>): string {
  const root = makeTemporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return root;
}

const sources = { 'app/page.tsx': 'page', 'next.config.js': 'config', 'grader/index.ts': 'grader' };

test('the hash follows names and contents of what is built, and nothing else', () => {
  const hash = hashSources(makeCheckout(sources));
  expect(
    hashSources(makeCheckout({ ...sources, 'README.md': 'text', 'exercises/one/exercise.md': 'x' })),
  ).toBe(hash);
  expect(hashSources(makeCheckout({ ...sources, 'prisma/client/client.ts': 'generated' }))).toBe(hash);
  expect(hashSources(makeCheckout({ ...sources, 'app/page.tsx': 'Page' }))).not.toBe(hash);
  expect(hashSources(makeCheckout({ ...sources, 'app/more.tsx': '' }))).not.toBe(hash);
});

test('a build counts only when it was completed, from these sources', () => {
  const dist = makeCheckout({ BUILD_ID: 'id' });
  expect(isBuilt(dist, 'a')).toBe(false);
  writeStamp(dist, 'a');
  expect(isBuilt(dist, 'a')).toBe(true);
  expect(isBuilt(dist, 'b')).toBe(false);
  removeStamp(dist);
  expect(isBuilt(dist, 'a')).toBe(false);
});
