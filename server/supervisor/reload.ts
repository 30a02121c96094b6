import path from 'node:path';
import type { Env } from '#app/_config/settings.ts';
import { messageFor } from './message-for.ts';
import type { Kept } from './keep-running.ts';
import { together } from './lifetimes.ts';
import type { Lifetime } from './lifetimes.ts';
import type { Say } from './steps.ts';
import { describeSync, syncFrom } from './sync.ts';
import { watchFolders } from './watch.ts';

/** What the grader process is made of. */
const GRADER_FOLDERS = ['grader', 'server/grader', 'server/queue', 'server/demo', 'prisma/client'];

/** `roots`: the content folders. */
export type ReloadOptions = { root: string; roots: string[]; env: Env; grader: Kept; say: Say };

/** Development: a changed grader is restarted, changed exercises are read again. Next reloads the pages itself. */
export function reloadOnChange({ root, roots, env, grader, say }: ReloadOptions): Lifetime {
  const inRoot = (folder: string) => path.join(root, folder);
  const content = watchFolders(roots, async () => {
    say(`content changed: ${await syncFrom(roots, env.DATABASE_URL).then(describeSync, messageFor)}`);
  });
  const code = watchFolders(GRADER_FOLDERS.map(inRoot), async () => {
    say('The grader changed and is started again.');
    await grader.restart();
  });
  return together([content, code]);
}
