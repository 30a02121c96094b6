import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { connect } from '#server/connect.ts';
import { migrate } from '#server/migrate.ts';
import { createEmptyDatabase, makeTestDatabase } from '#tests/helpers/database.ts';
import { makeTemporaryFolder } from '#tests/helpers/temporary-folder.ts';

const migrations = path.resolve(import.meta.dirname, '../../../prisma/migrations');

test('a migrated database serves the generated client, and a second run applies nothing', async () => {
  const { url, database, drop } = await makeTestDatabase();
  expect(await migrate(url)).toEqual([]);
  expect(await database.user.count()).toBe(0);
  await drop();
});

test('two runs at once on an empty database: one applies, the other finds nothing to do', async () => {
  const url = await createEmptyDatabase();
  const [first, second] = await Promise.all([migrate(url), migrate(url)]);
  expect([...first, ...second].length).toBeGreaterThan(0);
  expect(Math.min(first.length, second.length)).toBe(0);
});

test('the tables of the queue exist before any grader has started', async () => {
  const url = await createEmptyDatabase();
  await migrate(url);
  expect(await rowsOf(url, 'SELECT * FROM graphile_worker.jobs')).toEqual([]);
});

test('a migration that fails leaves nothing behind, says why, and is tried again by the next run', async () => {
  const url = await createEmptyDatabase();
  const folder = await copyOfMigrations({
    '99990101000000_broken': 'CREATE TABLE left_over (); SELECT 1 / 0;',
  });
  await expect(migrate(url, folder)).rejects.toThrow(
    'The migration 99990101000000_broken failed and was undone: division by zero.',
  );
  expect(await rowsOf(url, `SELECT 1 FROM pg_tables WHERE tablename = 'left_over'`)).toEqual([]);
  await writeMigration(folder, '99990101000000_broken', 'CREATE TABLE left_over ();');
  expect(await migrate(url, folder)).toEqual(['99990101000000_broken']);
});

test('a migration that was changed after it was applied is refused by name', async () => {
  const url = await createEmptyDatabase();
  const folder = await copyOfMigrations({ '99990101000000_extra': 'CREATE TABLE extra ();' });
  await migrate(url, folder);
  await writeMigration(folder, '99990101000000_extra', 'CREATE TABLE extra (); -- changed');
  await expect(migrate(url, folder)).rejects.toThrow('99990101000000_extra was changed after it was applied');
});

test('a database of a newer version is refused, untouched', async () => {
  const url = await createEmptyDatabase();
  await migrate(url, await copyOfMigrations({ '99990101000000_future': 'CREATE TABLE future ();' }));
  await expect(migrate(url)).rejects.toThrow('made by a newer version of Interleave');
});

test('a server that does not answer is named without its password', async () => {
  const failure = migrate('postgresql://someone:hidden-word@127.0.0.1:9/nowhere');
  await expect(failure).rejects.toThrow(
    'The database at 127.0.0.1:9/nowhere cannot be reached: nothing listens there; check DATABASE_URL.',
  );
});

async function copyOfMigrations(more: Record<string, string>): Promise<string> {
  const folder = makeTemporaryFolder();
  await cp(migrations, folder, { recursive: true });
  for (const [name, sql] of Object.entries(more)) await writeMigration(folder, name, sql);
  return folder;
}

async function writeMigration(folder: string, name: string, sql: string): Promise<void> {
  await mkdir(path.join(folder, name), { recursive: true });
  await writeFile(path.join(folder, name, 'migration.sql'), sql);
}

async function rowsOf(url: string, sql: string): Promise<unknown[]> {
  const client = await connect(url);
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
}
