// One real PostgreSQL for all integration tests, with a migrated database that each test file copies.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '#server/embedded-postgres.ts';
import { migrate } from '#server/migrate.ts';
import { TEMPLATE, withDatabase } from './database-urls.ts';

/** Nothing here must survive a power cut, so nothing waits for the disk. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string;
  }
}

export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'interleave-tests-'));
  await chmod(folder, 0o755); // as root the server runs as `nobody`, who must be able to pass
  const postgres = await startEmbeddedPostgres(folder, FAST);
  const client = new Client({ connectionString: postgres.databaseUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  await migrate(withDatabase(postgres.databaseUrl, TEMPLATE));
  project.provide('postgresUrl', postgres.databaseUrl);
  return async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
