// `npx --no interleave sync`: the content folders into the database, beside a running product or without one.
import { parseSettings, type EnvironmentVariables, type Settings } from '#app/_config/settings.ts';
import { findRunningPostgres } from '../embedded-postgres.ts';
import { migrate, requireMigrated } from '../migrate.ts';
import { openDataFolder } from './data-folder.ts';
import { messageFor } from './message-for.ts';
import { openDatabase } from './open-database.ts';
import { root } from './root.ts';
import { contentRoots, describeSync, syncFrom } from './sync.ts';
import { takeFolder } from './take-folder.ts';
import { untilStopped, type Life } from './until-stopped.ts';

/** As the codes of the command line: something was refused, or nothing could be done at all. */
const REFUSED = 1;
const IMPOSSIBLE = 3;

/** @returns the exit code; 0 when all that the folders hold is in place. */
export async function runSync(environment: EnvironmentVariables): Promise<number> {
  let exitCode = 0;
  try {
    const settings = parseSettings(environment);
    const roots = contentRoots(root, settings);
    await untilStopped(async (life) => {
      const report = await syncFrom(roots, await reachDatabase(settings, life));
      life.say(describeSync(report));
      if (report.broken.length > 0) exitCode = REFUSED;
      return { ended: Promise.resolve() };
    });
    return exitCode;
  } catch (error) {
    console.error(messageFor(error));
    return IMPOSSIBLE;
  }
}

/** The database of DATABASE_URL, that of a running product, or the embedded one, started for this alone. */
async function reachDatabase(settings: Settings, life: Life): Promise<string> {
  const url =
    settings.DATABASE_URL ?? findRunningPostgres(openDataFolder(root, settings.INTERLEAVE_DATA))?.databaseUrl;
  if (url !== undefined) {
    await requireMigrated(url);
    return url;
  }
  const folder = await takeFolder(settings, life);
  const database = await openDatabase(settings, folder, life);
  await migrate(database.url);
  return database.url;
}
