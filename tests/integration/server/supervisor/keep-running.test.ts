import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findProcess, isAlive } from '#server/process-identity.ts';
import { keepRunning } from '#server/supervisor/keep-running.ts';
import { startGroup } from '#server/supervisor/process-group.ts';
import { stopNotedProcesses } from '#server/supervisor/process-notes.ts';
import { waitUntil } from '#server/wait-until.ts';
import { makeTemporaryFolder } from '#tests/helpers/temporary-folder.ts';

const node = (code: string) =>
  startGroup({
    args: ['-e', code],
    cwd: '/',
    environment: { NODE_ENV: 'test' },
    onLine: () => undefined,
    graceMs: 500,
  });

test('a process that does nothing but end is given up, with its last words', async () => {
  const said: string[] = [];
  const kept = keepRunning({
    name: 'helper',
    start: () => node(`setTimeout(() => { console.error('no such table'); process.exit(3) }, 50)`),
    isReady: () => true,
    say: (sentence) => said.push(sentence),
  });
  await kept.ready;
  await expect(kept.gaveUp).rejects.toThrow(
    'The helper stopped 5 times within a minute (exit code 3); its last words:\n    no such table',
  );
  expect(said).toHaveLength(4);
});

test('a process that ends before it is ready is told at once', async () => {
  const kept = keepRunning({
    name: 'helper',
    start: () => node(`console.error('no such module'); process.exit(1)`),
    isReady: () => false,
    say: () => undefined,
  });
  await expect(kept.ready).rejects.toThrow(
    'The helper did not start (exit code 1); its last words:\n    no such module',
  );
});

test('in development the next change ends the wait', async () => {
  let starts = 0;
  const said: string[] = [];
  const kept = keepRunning({
    name: 'helper',
    start: () => node(starts++ < 5 ? `setTimeout(() => process.exit(1), 50)` : 'setInterval(() => {}, 1000)'),
    isReady: () => true,
    say: (sentence) => said.push(sentence),
    waitsForChange: true,
  });
  await kept.ready;
  expect(await waitUntil(() => said.length === 5, 30_000)).toBe(true);
  expect(said.at(-1)).toContain('it is started again when a file changes');
  await kept.restart();
  expect(await waitUntil(() => starts === 6, 10_000)).toBe(true);
  await kept.stop();
});

test('a process that does not listen is killed when its time is up, with what it has started', async () => {
  const group = node(
    `require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']); process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000)`,
  );
  expect(await waitUntil(() => group.lastLines().includes('up'), 10_000)).toBe(true);
  await group.stop();
  expect(await waitUntil(() => isGone(-group.pid), 5_000)).toBe(true);
});

test('of the noted processes only those with the noted start time are stopped', async () => {
  const folder = makeTemporaryFolder();
  const start = () =>
    spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true }).pid ?? 0;
  const ours = findProcess(start());
  const stranger = findProcess(start());
  if (ours === null || stranger === null) throw new Error('the processes did not start');
  const notes = [ours, { ...stranger, startedAt: 'another time' }];
  writeFileSync(path.join(folder, 'processes.json'), JSON.stringify(notes));
  expect(await stopNotedProcesses(folder)).toBe(1);
  expect([isAlive(ours), isAlive(stranger)]).toEqual([false, true]);
  process.kill(stranger.pid, 'SIGKILL');
});

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}
