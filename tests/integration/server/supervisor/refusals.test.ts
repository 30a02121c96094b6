import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '#server/connect.ts';
import { migrate } from '#server/migrate.ts';
import { findFreePort, makeDataFolder, runApp } from '#tests/helpers/app.ts';
import type { AppOptions, Ended } from '#tests/helpers/app.ts';
import { createEmptyDatabase } from '#tests/helpers/database.ts';

let folder: string;
beforeAll(async () => {
  folder = await makeDataFolder();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function refuse(
  settings: Record<string, string>,
  options: AppOptions = {},
): Promise<Ended & { lines: string[] }> {
  const PORT = String(await findFreePort());
  const ended = await runApp({ ...options, settings: { PORT, INTERLEAVE_DATA: folder, ...settings } }).ended;
  return { ...ended, lines: ended.output.trim().split('\n') };
}

test('wrong settings are all named at once, before anything is started', async () => {
  const { code, lines } = await refuse({
    PORT: 'eighty',
    DATABASE_URL: 'localhost',
    OIDC_ISSUER: 'https://id.example',
  });
  expect(code).toBe(1);
  expect(lines).toEqual([
    '3 settings are wrong:',
    '  PORT is "eighty" but must be a whole number from 1 to 65535.',
    '  DATABASE_URL must be a URL that starts with postgres:// or postgresql://.',
    '  OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be set as well, because OIDC_ISSUER is set.',
  ]);
});

test('a data folder that cannot be written to is one sentence', async () => {
  const file = path.join(folder, 'a-file');
  writeFileSync(file, '');
  const { code, lines } = await refuse({ INTERLEAVE_DATA: file });
  expect(code).toBe(1);
  expect(lines).toEqual([
    `The data folder ${file} cannot be used: there is a file of that name; choose another with INTERLEAVE_DATA.`,
  ]);
});

test('a database that cannot be reached is one sentence, without its password', async () => {
  const { code, lines, output } = await refuse({
    DATABASE_URL: 'postgresql://me:hidden-word@127.0.0.1:9/none',
  });
  expect(code).toBe(1);
  expect(lines.at(-1)).toBe(
    'The database at 127.0.0.1:9/none cannot be reached: nothing listens there; check DATABASE_URL.',
  );
  expect(output).not.toContain('hidden-word');
});

test('a database of a newer version is left as it is', async () => {
  const url = await createEmptyDatabase();
  await migrate(url);
  const client = await connect(url);
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '99990101000000_later', now())`,
  );
  await client.end();
  const { code, lines } = await refuse({ DATABASE_URL: url });
  expect(code).toBe(1);
  expect(lines.at(-1)).toContain('The database was made by a newer version of Interleave');
});

test('a grader alone needs the address of a database, at this version', async () => {
  const without = await refuse({}, { command: 'grader' });
  expect(without).toMatchObject({ code: 1 });
  expect(without.lines).toEqual([
    'DATABASE_URL is not set: a grader needs the address of the database that the web server uses.',
  ]);
  const older = await refuse({ DATABASE_URL: await createEmptyDatabase() }, { command: 'grader' });
  expect(older).toMatchObject({ code: 1 });
  expect(older.lines.at(-1)).toContain('The database is older than this version of Interleave');
});

test('a host that is not of this machine is one sentence', async () => {
  const { code, lines } = await refuse({ INTERLEAVE_HOST: '203.0.113.7' });
  expect(code).toBe(1);
  expect(lines.at(-1)).toBe('INTERLEAVE_HOST is "203.0.113.7", which is not an address of this machine.');
});

test('a place where the embedded database cannot be made is one sentence', async () => {
  const closed = path.join(folder, 'broken');
  mkdirSync(path.join(closed, 'postgres'), { recursive: true });
  writeFileSync(path.join(closed, 'postgres/state'), 'not a folder');
  const { code, lines } = await refuse({ INTERLEAVE_DATA: closed });
  expect(code).toBe(1);
  expect(lines.slice(1)).toEqual([expect.stringContaining('The embedded database')]);
});
