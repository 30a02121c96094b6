import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { connect } from '#server/connect.ts';
import { startEmbeddedPostgres } from '#server/embedded-postgres.ts';
import type { EmbeddedPostgres } from '#server/embedded-postgres.ts';
import { findProcess, isAlive } from '#server/process-identity.ts';
import { makeDataFolder } from '#tests/helpers/app.ts';

const folders: string[] = [];
const servers: EmbeddedPostgres[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map(async (server) => await server.stop()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function makeFolder(): Promise<string> {
  const folder = await makeDataFolder();
  folders.push(folder);
  return folder;
}

async function start(folder: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres(folder);
  servers.push(server);
  return server;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = await connect(url);
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
}

test('what was stored is there after an orderly stop and a new start', async () => {
  const folder = await makeFolder();
  const first = await start(folder);
  await ask(first.databaseUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
  await first.stop();
  expect(findProcess(first.pid)).toBeNull();
  const second = await start(folder);
  expect(await ask(second.databaseUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
});

test('it listens on no network port, and knows letters beyond ASCII', async () => {
  const { databaseUrl } = await start(await makeFolder());
  expect(
    await ask(databaseUrl, `SELECT current_setting('listen_addresses') AS addresses, lower('ÀÉÎ') AS lower`),
  ).toEqual([{ addresses: '', lower: 'àéî' }]);
});

test('a server that was killed with -9 loses nothing that was committed, and starts again', async () => {
  const folder = await makeFolder();
  const first = await start(folder);
  await ask(first.databaseUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
  process.kill(first.pid, 'SIGKILL');
  await first.exited;
  const second = await start(folder);
  expect(await ask(second.databaseUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
});

test('a server left running by a start that was killed is stopped by the next start', async () => {
  const folder = await makeFolder();
  const leftover = await start(folder);
  const identity = findProcess(leftover.pid);
  const next = await start(folder);
  expect(identity === null ? null : isAlive(identity)).toBe(false);
  expect(await ask(next.databaseUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a note that names a stranger by now does no harm to the stranger, nor to the start', async () => {
  const folder = await makeFolder();
  const first = await start(folder);
  const note = path.join(first.folder, 'state/data/postmaster.pid');
  const text = readFileSync(note, 'utf8');
  await first.stop();
  writeFileSync(note, text.replace(String(first.pid), String(process.pid)));
  const second = await start(folder);
  expect(await ask(second.databaseUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a first start that was interrupted while it made the database is begun anew', async () => {
  const folder = await makeFolder();
  mkdirSync(path.join(folder, 'postgres/state/data.unfinished/base'), { recursive: true });
  writeFileSync(path.join(folder, 'postgres/state/data.unfinished/PG_VERSION'), '18');
  const { databaseUrl } = await start(folder);
  expect(await ask(databaseUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a data folder too deep for the path of a socket works too', async () => {
  const folder = path.join(await makeFolder(), 'deep'.repeat(15), 'deeper'.repeat(12));
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const { databaseUrl } = await start(folder);
  expect(await ask(databaseUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});
