import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './client/client.ts';

/**
 * A whole class joins, runs or submits in the same minute: many wait for one row and for a connection.
 * Prisma's own 2 s to begin turned some of forty students away.
 */
const PATIENT = { maxWait: 20_000, timeout: 20_000 } as const;

/**
 * A client with its own connection pool; close it with `$disconnect()`.
 *
 * @param databaseUrl `postgresql://…`; a socket folder may be given as `?host=/folder`.
 */
export function makeDatabase(databaseUrl: string): PrismaClient {
  const adapter = new PrismaPg({ connectionString: databaseUrl });
  return new PrismaClient({ adapter, transactionOptions: PATIENT });
}
