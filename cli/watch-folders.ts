// Does something again for each folder below a root whose files change, until Ctrl-C.
import { watch } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { styleText } from 'node:util';

/** One save is several events, and a checkout many. */
const SETTLE_MS = 100;
const CLEAR = '\u001B[2J\u001B[3J\u001B[H';

/**
 * @param ids Folders to look at; all of the root if there are none.
 * @param report Given the folders that have changed (`ids`, at the beginning), the text to be shown; null for none.
 * @returns when the process is asked to end.
 */
export async function watchFolders(
  root: string,
  ids: string[],
  report: (ids: string[]) => Promise<string | null>,
): Promise<void> {
  const { promise: ended, resolve, reject } = Promise.withResolvers<'ended'>();
  const end = (): void => resolve('ended');
  const changes = makeChanges(ids);
  const watcher = watch(root, { recursive: true }, (_, file) => changes.add(file?.split(path.sep)[0] ?? ''));
  watcher.on('error', reject);
  process.once('SIGINT', end).once('SIGTERM', end);
  try {
    for (
      let due: string[] | 'ended' = ids;
      due !== 'ended';
      due = await Promise.race([changes.next(), ended])
    ) {
      const text = await Promise.race([report(due), ended]);
      if (text === 'ended') return;
      if (text !== null) show(text);
    }
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end);
    watcher.close();
  }
}

function show(text: string): void {
  const { isTTY } = process.stdout;
  const last = styleText('dim', 'waiting for changes; Ctrl-C ends');
  process.stdout.write(`${isTTY ? CLEAR : ''}${text}\n${last}\n`);
}

type Changes = { add: (id: string) => void; next: () => Promise<string[]> };

function makeChanges(ids: string[]): Changes {
  const changed = new Set<string>();
  let some = Promise.withResolvers<void>();
  return {
    add(id) {
      if (ids.length > 0 && !ids.includes(id)) return;
      changed.add(id);
      some.resolve();
    },
    /** The folders that have changed since it was last asked, after a moment of quiet; it waits for one. */
    async next() {
      await some.promise;
      await sleep(SETTLE_MS);
      const taken = [...changed];
      changed.clear();
      some = Promise.withResolvers();
      return taken;
    },
  };
}
