import { parseSettings } from '#app/_config/settings.ts';
import type { EnvironmentVariables } from '#app/_config/settings.ts';
import { requireMigrated } from '../migrate.ts';
import { StartError } from '../start-error.ts';
import { graderChildren } from './grader.ts';
import { keepGrader } from './keep-grader.ts';
import { root } from './root.ts';
import { untilStopped } from './until-stopped.ts';

/** `npm run grader`: one more grader process, on this machine or another, for a database that others use too. */
export async function runGraderAlone(environment: EnvironmentVariables): Promise<number> {
  const settings = parseSettings(environment);
  const databaseUrl = settings.DATABASE_URL;
  if (databaseUrl === undefined)
    throw new StartError(
      'DATABASE_URL is not set: a grader needs the address of the database that the web server uses.',
    );
  return await untilStopped(async ({ lifetimes, say }) => {
    await requireMigrated(databaseUrl);
    const grader = keepGrader({ root, databaseUrl, settings, environment, say });
    lifetimes.add(grader);
    await grader.ready;
    say(`The grader is ready: ${graderChildren(settings)} submissions at a time. Stop it with Ctrl-C.`);
    return { ended: grader.gaveUp };
  });
}
