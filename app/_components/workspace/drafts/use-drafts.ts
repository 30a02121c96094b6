import { useEffect, useState, useSyncExternalStore } from 'react';
import { browserPlaces, listenToTabs } from './browser-places.ts';
import { makeDraftKeeper, type DraftKeeper } from './draft-keeper.ts';
import type { DraftState, ServerDraft } from './draft-state.ts';

export type OpenDraft = {
  state: DraftState;
  keeper: DraftKeeper;
  isReady: boolean;
  /** The keeper of another file of the exercise. */
  keeperOf: (path: string) => DraftKeeper;
};

type DraftOptions = {
  userId: string;
  exerciseId: string;
  /** What the server has, by path. */
  drafts: { [path: string]: ServerDraft & { savedAt: string | null } };
};

/** The drafts of one exercise, one per language, all kept while the page is open; gives the one of `path`. */
export function useDrafts(options: DraftOptions, path: string): OpenDraft {
  const { userId, exerciseId } = options;
  const [keepers] = useState(() => makeKeepers(options));
  const [isReady, setIsReady] = useState(false);
  const keeperOf = (name: string): DraftKeeper => {
    const found = keepers.get(name);
    if (found !== undefined) return found;
    throw new RangeError(`No draft of "${name}"; expected ${[...keepers.keys()].join(' or ')}`);
  };
  const keeper = keeperOf(path);
  const state = useSyncExternalStore(keeper.subscribe, keeper.state, keeper.state);

  useEffect(() => {
    const all = [...keepers.values()];
    const lifetime = new AbortController();
    void Promise.all(all.map(async (each) => await each.open())).then(() => setIsReady(true));
    listenToPage(all, lifetime.signal);
    for (const [name, each] of keepers)
      listenToTabs({ userId, exerciseId, path: name }, each.hear, lifetime.signal);
    return () => {
      lifetime.abort();
      for (const each of all) {
        each.leave();
        each.close();
      }
    };
  }, [keepers, userId, exerciseId]);
  return { state, keeper, isReady, keeperOf };
}

function makeKeepers({ userId, exerciseId, drafts }: DraftOptions): Map<string, DraftKeeper> {
  return new Map(
    Object.entries(drafts).map(([path, draft]) => [
      path,
      makeDraftKeeper(draft, browserPlaces({ userId, exerciseId, path })),
    ]),
  );
}

function listenToPage(keepers: DraftKeeper[], signal: AbortSignal): void {
  const leave = (): void => keepers.forEach((keeper) => keeper.leave());
  window.addEventListener('pagehide', leave, { signal });
  window.addEventListener('online', () => keepers.forEach((keeper) => keeper.online()), { signal });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave(), {
    signal,
  });
}
