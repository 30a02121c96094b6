import 'server-only';
import type { Database } from './database.ts';

/** How many grader processes hold their sign of life, a database session that ends with them. */
export async function countGraders(database: Database): Promise<number> {
  const [row] = await database.$queryRaw<{ graders: number }[]>`
    select count(*)::int as graders from pg_stat_activity
    where pid <> pg_backend_pid() and datname = current_database() and query like 'select pg_advisory_lock(hashtextextended(''interleave grader ''%'`;
  return row?.graders ?? 0;
}

/** PostgreSQL's own version, such as "18.4". */
export async function findDatabaseVersion(database: Database): Promise<string> {
  const [row] = await database.$queryRaw<{ server_version: string }[]>`show server_version`;
  return row?.server_version ?? 'unknown';
}
