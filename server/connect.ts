import { Client } from 'pg';

const CONNECTION_TIMEOUT_MS = 10_000;

/** The message names the server, never the password. */
export class DatabaseUnreachableError extends Error {
  override readonly name = 'DatabaseUnreachableError';
  readonly code = 'DATABASE_UNREACHABLE';
}

/**
 * One connection; the caller ends it.
 *
 * @throws DatabaseUnreachableError
 */
export async function connect(databaseUrl: string): Promise<Client> {
  const client = new Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
  });
  // A connection that breaks later rejects the query under way; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw new DatabaseUnreachableError(
      `The database at ${placeOf(client)} cannot be reached: ${reasonOf(error)}; check DATABASE_URL.`,
      { cause: error },
    );
  }
}

function placeOf({ host, port, database }: Client): string {
  return host.startsWith('/') ? host : `${host}:${port}/${database ?? ''}`;
}

const reasons: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the host name cannot be resolved now',
  EHOSTUNREACH: 'there is no route to the host',
  ENETUNREACH: 'there is no route to the network',
  ETIMEDOUT: 'it does not answer',
  ENOENT: 'there is no such socket',
  '28P01': 'user or password is wrong',
  '28000': 'this user may not sign in from here',
  '3D000': 'there is no database of that name',
};

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  if (/timeout/.test(error.message)) return reasons['ETIMEDOUT'] ?? error.message;
  return reasons[code] ?? error.message.replace(/\.$/, '');
}
