import type { EnvironmentVariables } from '#app/_config/settings.ts';
import { buildIfNeeded } from './build.ts';
import { root } from './root.ts';
import { untilStopped } from './until-stopped.ts';

/** `npm run build`: what `npm start` would build, and nothing else. */
export async function runBuild(environment: EnvironmentVariables): Promise<number> {
  return await untilStopped(async ({ lifetimes, say }) => {
    const isNew = await buildIfNeeded({ root, environment, lifetimes, onLine: say });
    say(isNew ? 'The build is ready.' : 'The sources have not changed since the last build.');
    return { ended: Promise.resolve() };
  });
}
