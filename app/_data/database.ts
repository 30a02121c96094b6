import 'server-only';
import { env } from '#app/_config/env.ts';
import { makeDatabase } from '#prisma/database.ts';
import type { Prisma, PrismaClient } from '#prisma/client/client.ts';

/** A client or a transaction: what a query needs to run. */
export type Database = PrismaClient | Prisma.TransactionClient;
export type Transaction = Prisma.TransactionClient;

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
