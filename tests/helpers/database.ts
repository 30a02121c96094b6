import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { makeDatabase } from '#prisma/database.ts';
import type { PrismaClient } from '#prisma/client/client.ts';
import { TEMPLATE, withDatabase } from './database-urls.ts';

export type TestDatabase = {
  url: string;
  /** A client of its own; `drop` ends it. */
  database: PrismaClient;
  drop: () => Promise<void>;
};

let isOwnTaken = false;

/**
 * A migrated, empty database. The first of a test file is the one that `#app/_config/env.ts` names, so that
 * functions of app/ which use the web process's client meet the same rows; each further one is new.
 */
export async function makeTestDatabase(): Promise<TestDatabase> {
  const own = process.env['DATABASE_URL'];
  if (own === undefined)
    throw new Error('tests/helpers/own-database.ts has not run: is this an integration test?');
  const url = isOwnTaken ? await createTestDatabase() : own;
  isOwnTaken = true;
  const database = makeDatabase(url);
  return {
    url,
    database,
    drop: async () => {
      await database.$disconnect();
      // The web process's client may still hold the file's own; it goes with the server, at the end of all tests.
      if (url !== own) await query(`DROP DATABASE ${nameOf(url)} WITH (FORCE)`);
    },
  };
}

/** A copy of the migrated database, without a client. Returns its address. */
export async function createTestDatabase(): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY file_copy`);
  return withDatabase(inject('postgresUrl'), name);
}

/** A database without any table. Returns its address. */
export async function createEmptyDatabase(): Promise<string> {
  const name = `empty_${randomUUID().replaceAll('-', '')}`;
  await query(`CREATE DATABASE ${name}`);
  return withDatabase(inject('postgresUrl'), name);
}

function nameOf(url: string): string {
  return new URL(url).pathname.slice(1);
}

async function query(sql: string): Promise<void> {
  const client = new Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
