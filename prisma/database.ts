import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './client/client.ts';

/**
 * A client with its own connection pool; close it with `$disconnect()`.
 *
 * @param databaseUrl `postgresql://…`; a socket folder may be given as `?host=/folder`.
 */
export function makeDatabase(databaseUrl: string): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl }) });
}
