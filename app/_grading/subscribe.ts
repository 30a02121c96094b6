// One LISTEN connection per web process, shared by every page that waits. News that PostgreSQL sent while the
// connection was down is lost; listeners are then told to read the rows again.
import 'server-only';
import { Client, type Notification } from 'pg';
import { NEWS_CHANNEL, parseNews, type News } from '#server/queue/news.ts';

/** `resync`: news may have been missed; read the row. */
export type Heard = News | { event: 'resync' };

export type Feed = {
  /** Calls `listener` for each news of one attempt until the returned function is called. */
  subscribe(attemptId: string, listener: (heard: Heard) => void): () => void;
  /** Resolves when the connection listens; it is made with the first subscriber. */
  listening(): Promise<void>;
  close(): Promise<void>;
};

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5_000;

export function makeFeed(databaseUrl: string): Feed {
  const listeners = new Map<string, Set<(heard: Heard) => void>>();
  let connecting: Promise<Client> | null = null;
  let closed = false;

  const hear = ({ payload }: Notification): void => {
    const news = parseNews(payload ?? '');
    if (news) listeners.get(news.id)?.forEach((listener) => listener(news));
  };

  async function connect(retryMs: number): Promise<Client> {
    const client = new Client({ connectionString: databaseUrl, keepAlive: true });
    client.on('error', () => {});
    client.on('notification', hear);
    try {
      await client.connect();
      await client.query(`listen ${NEWS_CHANNEL}`);
    } catch (error) {
      await client.end().catch(() => {});
      if (closed) throw error;
      await new Promise((resolve) => setTimeout(resolve, retryMs));
      return await connect(Math.min(retryMs * 2, LAST_RETRY_MS));
    }
    client.once('end', reconnect);
    return client;
  }

  function start(): Promise<Client> {
    const started = connect(FIRST_RETRY_MS);
    started.catch(() => {});
    connecting = started;
    return started;
  }

  function reconnect(): void {
    if (closed) return;
    void start().then(
      () => listeners.forEach((set) => set.forEach((listener) => listener({ event: 'resync' }))),
      () => {},
    );
  }

  return {
    subscribe(attemptId, listener) {
      const set = listeners.get(attemptId) ?? new Set();
      listeners.set(attemptId, set.add(listener));
      if (connecting === null) void start();
      return () => {
        set.delete(listener);
        if (set.size === 0 && listeners.get(attemptId) === set) listeners.delete(attemptId);
      };
    },
    async listening() {
      await (connecting ?? start());
    },
    async close() {
      closed = true;
      const client = await connecting?.catch(() => null);
      await client?.end();
    },
  };
}
