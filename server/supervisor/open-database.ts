import type { Settings } from '#app/_config/settings.ts';
import { connect } from '../connect.ts';
import { startEmbeddedPostgres } from '../embedded-postgres.ts';
import { StartError } from '../start-error.ts';
import type { Folder } from './take-folder.ts';
import type { Life } from './until-stopped.ts';

export type OpenDatabase = {
  url: string;
  /** For people. */
  place: string;
  /** Of the embedded server: where the data lies. */
  folder: string | null;
  /** Rejects when the embedded server ends by itself; of another server only its clients hear. */
  failed: Promise<never>;
};

/** The operator's own server where DATABASE_URL is set, the embedded one otherwise. */
export async function openDatabase(settings: Settings, folder: Folder, life: Life): Promise<OpenDatabase> {
  if (settings.DATABASE_URL !== undefined) return await openForeign(settings.DATABASE_URL);
  const postgres = await startEmbeddedPostgres(folder.path);
  let isStopping = false;
  life.lifetimes.add({
    stop: async () => {
      isStopping = true;
      await postgres.stop();
    },
    kill: postgres.kill,
  });
  const { promise: failed, reject } = Promise.withResolvers<never>();
  failed.catch(() => undefined);
  const fail = () => {
    if (!isStopping) reject(new StartError(`The embedded database stopped; its log is ${postgres.log}.`));
  };
  void postgres.exited.then(fail);
  return {
    url: postgres.databaseUrl,
    place: `PostgreSQL in ${postgres.folder}`,
    folder: postgres.folder,
    failed,
  };
}

async function openForeign(url: string): Promise<OpenDatabase> {
  const client = await connect(url);
  const { host, port, database } = client;
  await client.end();
  const place = `${host}:${port}/${database ?? ''}, from DATABASE_URL`;
  return { url, place, folder: null, failed: Promise.withResolvers<never>().promise };
}
