import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lockFolder } from '#server/supervisor/folder-lock.ts';
import { makeTemporaryFolder } from '#tests/helpers/temporary-folder.ts';

test('a second lock of the same folder is refused and names the holder', () => {
  const folder = makeTemporaryFolder();
  const unlock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(`Interleave runs already on ${folder} (process ${process.pid})`);
  unlock();
  expect(readdirSync(folder)).toEqual([]);
  lockFolder(folder)();
});

test('the lock of a holder that is gone is taken over', () => {
  const folder = makeTemporaryFolder();
  const { pid } = spawnSync(process.execPath, ['--version']);
  writeFileSync(path.join(folder, 'supervisor.lock'), JSON.stringify({ pid, startedAt: 'some time ago' }));
  const unlock = lockFolder(folder);
  expect(existsSync(path.join(folder, 'supervisor.lock'))).toBe(true);
  unlock();
});

test('a process that has since been given the same number is not mistaken for the holder', () => {
  const folder = makeTemporaryFolder();
  const stranger = { pid: process.pid, startedAt: 'before the last boot' };
  writeFileSync(path.join(folder, 'supervisor.lock'), JSON.stringify(stranger));
  expect(() => lockFolder(folder)).not.toThrow();
});

test('a lock that was not written out counts for nothing', () => {
  const folder = makeTemporaryFolder();
  writeFileSync(path.join(folder, 'supervisor.lock'), '');
  lockFolder(folder)();
  expect(readdirSync(folder)).toEqual([]);
});
