import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './client/client.ts';

/**
 * A client with its own connection pool; close it with `$disconnect()`.
 *
 * @param databaseUrl `postgresql://…`; a socket folder may be given as `?host=/folder`.
 */
export function makeDatabase(databaseUrl: string): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString: databaseUrl }),
    // A whole class does the same in the same minute and waits for one connection or one row: Prisma's own 2 s to begin
    // would turn some away.
    transactionOptions: { maxWait: 20_000, timeout: 20_000 },
  });
}
