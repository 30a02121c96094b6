import { randomInt } from 'node:crypto';
import type { Env } from '#app/_config/settings.ts';
import type { OpenDatabase } from './open-database.ts';
import { makeSetupToken, offerSetup } from './setup-token.ts';
import type { Say } from './steps.ts';
import type { Folder } from './take-folder.ts';

export type WelcomeOptions = { env: Env; folder: Folder; database: OpenDatabase; say: Say };

/** The last words of a start: the address, the token while nobody has set up, and where the data lies. */
export async function welcome({ env, folder, database, say }: WelcomeOptions): Promise<void> {
  const token = makeSetupToken(randomInt);
  const isOpen = await offerSetup(database.url, token);
  say('');
  say(`Interleave is ready:  ${env.APP_URL}`);
  if (isOpen) {
    say(`Set it up:            ${env.APP_URL}/setup`);
    say(`Set-up token:         ${token}  (good until the next start)`);
  }
  say(`The data lies in:     ${database.folder ?? folder.path}`);
  say('Stop with Ctrl-C.');
}
