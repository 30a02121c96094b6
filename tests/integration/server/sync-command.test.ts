// `interleave sync` as one types it, against a database that is there already.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestDatabase, type TestDatabase } from '#tests/helpers/database.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const CONTENT = path.join(root, 'tests/fixtures/content');
let db: TestDatabase;

beforeAll(async () => {
  db = await makeTestDatabase();
});
afterAll(async () => await db.drop());

type Ran = { exitCode: number | null; stdout: string; stderr: string };

async function sync(settings: { [name: string]: string }, ...args: string[]): Promise<Ran> {
  const child = spawn(process.execPath, [path.join(root, 'cli/interleave.js'), 'sync', ...args], {
    env: { NODE_ENV: 'test', PATH: process.env['PATH'], ...settings },
  });
  const printed = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (chunk: string) => {
      printed[stream] += chunk;
    });
  const exitCode = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { exitCode, ...printed };
}

test('takes over all folders, tells on stderr what it refuses, and ends with 1 for that', async () => {
  const { exitCode, stdout, stderr } = await sync({ DATABASE_URL: db.url, INTERLEAVE_CONTENT: CONTENT });
  expect(stdout).toMatch(/^\d+ in place \(\d+ added\), \d+ refused\n$/);
  expect(stderr).toContain(`Refused: the lesson in ${path.join(CONTENT, 'broken-tea')}\n  lesson.md: line `);
  expect(exitCode).toBe(1);
  expect(await db.database.lesson.findUnique({ where: { id: 'two-kettles' } })).toMatchObject({
    order: 1210,
  });
});

test.each([
  [
    'a folder that is not there',
    { INTERLEAVE_CONTENT: '/no/such/folder' },
    /^The content folder \/no\/such\/folder does/,
  ],
  [
    'a database that is not there',
    { DATABASE_URL: 'postgresql://127.0.0.1:1/x' },
    /^The database at 127\.0\.0\.1:1\/x cannot be/,
  ],
  ['a wrong setting', { PORT: 'x' }, /^One setting is wrong:\n {2}PORT is "x"/],
])('%s: exit 3', async (_, settings, sentence) => {
  const { exitCode, stderr } = await sync({ DATABASE_URL: db.url, ...settings });
  expect(stderr).toMatch(sentence);
  expect(exitCode).toBe(3);
});

test('takes no argument', async () => {
  const { exitCode, stderr } = await sync({ DATABASE_URL: db.url }, 'now');
  expect(stderr).toMatch(/^error: too many arguments for 'sync'/);
  expect(exitCode).toBe(3);
});
