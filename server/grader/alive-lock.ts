// Graphile Worker leaves the jobs of a process that died locked for four hours. So each grader process holds a
// session-level advisory lock for as long as it lives: PostgreSQL frees it the moment the connection is gone, and any
// other grader can then tell that the jobs locked under that name have no owner.
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

/** SQL for the advisory lock's key; `name` is what Graphile Worker writes into `locked_by`. */
export const aliveLockKey = (name: string): string => `hashtextextended('interleave grader ' || ${name}, 0)`;

export type AliveLock = {
  /** Resolves once the lock is held. Never rejects: it tries until `release`. */
  hold(owner: string): Promise<void>;
  release(): Promise<void>;
};

const RETRY_MS = 500;

/** One connection of its own, taken again whenever it is lost. */
export function makeAliveLock(databaseUrl: string): AliveLock {
  const owners = new Set<string>();
  let connecting: Promise<Client> | null = null;
  let released = false;

  async function connect(): Promise<Client> {
    for (;;) {
      const client = new Client({ connectionString: databaseUrl, keepAlive: true });
      client.on('error', () => {});
      try {
        await client.connect();
        for (const owner of owners) await lock(client, owner);
        client.once('end', reconnect);
        return client;
      } catch (error) {
        await client.end().catch(() => {});
        if (released) throw error;
        await sleep(RETRY_MS);
      }
    }
  }

  function reconnect(): void {
    if (released) return;
    connecting = connect();
    connecting.catch(() => {});
  }

  async function hold(owner: string): Promise<void> {
    if (owners.has(owner)) {
      await connecting;
      return;
    }
    owners.add(owner);
    if (connecting === null) reconnect();
    else await lock(await connecting, owner);
    await connecting;
  }

  async function release(): Promise<void> {
    released = true;
    const client = await connecting?.catch(() => null);
    await client?.end();
  }

  return { hold, release };
}

async function lock(client: Client, owner: string): Promise<void> {
  await client.query(`select pg_advisory_lock(${aliveLockKey('$1')})`, [owner]);
}
