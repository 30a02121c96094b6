import type { Settings } from '#app/_config/settings.ts';
import { openDataFolder } from './data-folder.ts';
import { lockFolder } from './folder-lock.ts';
import { makeProcessNotes, stopNotedProcesses } from './process-notes.ts';
import type { ProcessNotes } from './process-notes.ts';
import { root } from './root.ts';
import type { Life } from './until-stopped.ts';

export type Folder = { path: string; place: string; notes: ProcessNotes };

/** Opens the data folder, locks it, and stops what a killed start has left running. */
export async function takeFolder(settings: Settings, { lifetimes }: Life): Promise<Folder> {
  const path = openDataFolder(root, settings.INTERLEAVE_DATA);
  const unlock = lockFolder(path);
  lifetimes.add({
    stop: async () => {
      await Promise.resolve(unlock());
    },
    kill: unlock,
  });
  const stopped = await stopNotedProcesses(path);
  const recovered = stopped === 0 ? '' : `; stopped ${stopped} left over from a start that was killed`;
  return { path, place: `${path}${recovered}`, notes: makeProcessNotes(path) };
}
