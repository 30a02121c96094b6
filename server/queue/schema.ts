import { runMigrations } from 'graphile-worker';
import { quietLogger } from './logger.ts';

/** Creates or updates the queue's own schema, `graphile_worker`. Safe to call at every start and from two processes at once. */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  await runMigrations({ connectionString: databaseUrl, logger: quietLogger });
}
