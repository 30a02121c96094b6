import { parseSettings } from '#app/_config/settings.ts';
import type { EnvironmentVariables } from '#app/_config/settings.ts';
import { bringUp } from './bring-up.ts';
import type { ProductCommand } from './command-line.ts';
import { untilStopped } from './until-stopped.ts';

/** `npm start` and `npm run dev`. Resolves with the exit code, when everything has been stopped again. */
export async function runProduct(chosen: ProductCommand, environment: EnvironmentVariables): Promise<number> {
  const settings = parseSettings(environment);
  return await untilStopped(async (life) => await bringUp({ chosen, settings, environment, life }));
}
