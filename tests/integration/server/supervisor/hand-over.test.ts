import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { isAlive } from '#server/process-identity.ts';
import { waitUntil } from '#server/wait-until.ts';
import { makeTestDatabase } from '#tests/helpers/database.ts';
import { familyOf } from '#tests/helpers/processes.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
/** Makes entry.js see an old Node, so that it hands over to the pinned one. */
const OLD_NODE = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.0.0' } })`;

test('when the Node that handed over is killed, all that it has started stops', async () => {
  const db = await makeTestDatabase();
  const args = [
    '--import',
    `data:text/javascript,${encodeURIComponent(OLD_NODE)}`,
    'server/entry.js',
    'grader',
  ];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { PATH: process.env['PATH'], NODE_ENV: 'test', DATABASE_URL: db.url, GRADER_CHILDREN: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) if (line.startsWith('The grader is ready')) break;
  const family = familyOf(child.pid ?? 0);
  expect(family.length).toBeGreaterThan(2); // this one, the supervisor, the grader
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await waitUntil(() => !family.some(isAlive), 30_000)).toBe(true);
  await db.drop();
});
