import 'server-only';
import { env } from '#app/_config/env.ts';
import { makeDatabase } from '#prisma/database.ts';
import type { Prisma, PrismaClient } from '#prisma/client/client.ts';

/** A client or a transaction: what a query needs to run. */
export type Database = PrismaClient | Prisma.TransactionClient;
export type Transaction = Prisma.TransactionClient;

/**
 * For what a whole class does in the same minute: many wait for one row and for a connection.
 * Prisma's own 2 s to begin turned some of forty students away.
 */
export const PATIENT = { maxWait: 20_000, timeout: 20_000 } as const;

declare global {
  var interleaveDatabase: PrismaClient | undefined;
}

/**
 * The web process's one client, made at the first query: building the pages needs no database,
 * and reloading in development keeps the same connection pool.
 */
export function getDatabase(): PrismaClient {
  globalThis.interleaveDatabase ??= makeDatabase(env.DATABASE_URL);
  return globalThis.interleaveDatabase;
}
