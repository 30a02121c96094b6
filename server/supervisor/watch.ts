import { watch } from 'node:fs';
import type { Lifetime } from './lifetimes.ts';

const QUIET_MS = 200;

/**
 * Calls `onChange` once the files in the folders have been left alone for a moment; never two calls at once.
 *
 * @param folders Absolute; watched with all that is in them.
 */
export function watchFolders(folders: string[], onChange: () => Promise<void>): Lifetime {
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      last = last.then(onChange);
    }, QUIET_MS);
  };
  const watchers = folders.map((folder) => watch(folder, { recursive: true }, changed));
  const close = () => {
    clearTimeout(timer);
    watchers.forEach((watcher) => watcher.close());
  };
  return {
    kill: close,
    stop: async () => {
      close();
      await last;
    },
  };
}
