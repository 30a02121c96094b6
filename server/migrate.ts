// Applies prisma/migrations/*/migration.sql and records them as `prisma migrate deploy` does (same table, checksum and
// advisory lock), so that either tool works on the same database. See docs/decisions/003-migrations-runner.md.
import { createHash, randomUUID } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import type { Client } from 'pg';
import { connect } from './connect.ts';

/** The key that Prisma's own engine locks. */
const LOCK_KEY = 72_707_369;
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

type Migration = { name: string; sql: string; checksum: string };
type AppliedRow = { name: string; checksum: string; finished: boolean };

/** A database that cannot be brought to this version; the message says what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
  readonly code = 'MIGRATION';
}

/**
 * Brings a database to this version: our tables, then the queue's. Two at once are safe: one waits for the other.
 *
 * @param folder Holds one folder per migration, applied in the order of their names.
 * @returns The names of the migrations that were applied now.
 * @throws MigrationError when one fails (nothing of it stays), was changed after it was applied, or is not known here.
 * @throws DatabaseUnreachableError
 */
export async function migrate(databaseUrl: string, folder = defaultFolder): Promise<string[]> {
  const client = await connect(databaseUrl);
  try {
    await lock(client);
    const applied = await applyPending(client, await readMigrations(folder));
    // The web process adds jobs before the first grader process is up, so the queue's tables cannot wait for it.
    await runMigrations({ connectionString: databaseUrl, logger: silentLogger });
    return applied;
  } finally {
    await client.end(); // which also gives the lock back
  }
}

/**
 * For a process that uses a database and does not own it: no migration may be missing.
 *
 * @throws MigrationError
 * @throws DatabaseUnreachableError
 */
export async function requireMigrated(databaseUrl: string, folder = defaultFolder): Promise<void> {
  const client = await connect(databaseUrl);
  try {
    await client.query(TABLE);
    const missing = await findPending(client, await readMigrations(folder));
    if (missing.length > 0)
      throw new MigrationError(
        `The database is older than this version of Interleave (${missing.length} migrations are missing); start the web server of this version first.`,
      );
  } finally {
    await client.end();
  }
}

const silentLogger = new Logger(() => () => undefined);
const defaultFolder = path.resolve(import.meta.dirname, '../prisma/migrations');

async function lock(client: Client): Promise<void> {
  await client.query(`SET lock_timeout = '120s'`);
  await client.query('SELECT pg_advisory_lock($1)', [LOCK_KEY]);
  await client.query(`SET lock_timeout = DEFAULT`);
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return await Promise.all(names.toSorted().map(async (name) => await readMigration(folder, name)));
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const sql = await readFile(path.join(folder, name, 'migration.sql'), 'utf8');
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

async function applyPending(client: Client, migrations: Migration[]): Promise<string[]> {
  await client.query(TABLE);
  const pending = await findPending(client, migrations);
  for (const migration of pending) await apply(client, migration);
  return pending.map(({ name }) => name);
}

async function findPending(client: Client, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<AppliedRow>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  refuseConflicts(migrations, rows);
  const done = new Set(rows.map((row) => row.name));
  return migrations.filter(({ name }) => !done.has(name));
}

function refuseConflicts(migrations: Migration[], rows: AppliedRow[]): void {
  const byName = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum, finished } of rows) {
    const known = byName.get(name);
    if (known === undefined)
      throw new MigrationError(
        `The database was made by a newer version of Interleave (it has the migration ${name}, which is not known here); update Interleave or use the database's own version.`,
      );
    if (!finished)
      throw new MigrationError(
        `The migration ${name} was begun by another tool and not finished; repair the database, then mark it with "npx --no prisma migrate resolve".`,
      );
    if (checksum !== known.checksum)
      throw new MigrationError(
        `The migration ${name} was changed after it was applied to this database; put back its original migration.sql.`,
      );
  }
}

/** Script and record are one transaction: a failure leaves neither, and the next start tries again. */
async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined); // a lost connection has rolled back by itself
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationError(`The migration ${name} failed and was undone: ${reason}.`, { cause: error });
  }
}
