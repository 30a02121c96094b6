// Keeps one draft: in this browser soon after every key, on the server when the student pauses. A store for React.
import {
  isSaveDue,
  isUnsaved,
  openDraft,
  reduceDraft,
  toLocalDraft,
  type DraftEvent,
  type DraftState,
  type LocalDraft,
  type ServerDraft,
} from './draft-state.ts';

export type SaveAnswer = Extract<
  DraftEvent,
  { type: 'saved' | 'changed-elsewhere' | 'unreachable' | 'refused' }
>;

export type DraftPlaces = {
  /** What this browser kept; `null` for nothing. */
  load: () => Promise<LocalDraft | null>;
  keep: (draft: LocalDraft) => Promise<void>;
  /** Done when it returns: for a page that is going away. */
  keepNow: (draft: LocalDraft) => void;
  /** @param mayOutlive The page is going away; the request must not. */
  send: (draft: ServerDraft, mayOutlive: boolean) => Promise<SaveAnswer>;
  /** Tells other tabs; returns nothing. */
  tell: (draft: ServerDraft) => void;
  nowMs: () => number;
};

export type DraftKeeper = {
  state: () => DraftState;
  subscribe: (listener: () => void) => () => void;
  /** Finds out what was kept here. What is shown before that must not be edited. */
  open: () => Promise<void>;
  type: (source: string) => void;
  /** Puts another text in place, as one edit. */
  replace: (source: string) => void;
  decide: (answer: 'keep-mine' | 'take-theirs') => void;
  hear: (theirs: ServerDraft) => void;
  online: () => void;
  /** Saves at once, without waiting for a pause. */
  save: () => Promise<void>;
  /** The page is hidden or going away. */
  leave: () => void;
  close: () => void;
};

export const KEEP_AFTER_MS = 250;
export const SAVE_AFTER_MS = 1500;
export const RETRY_AFTER_MS = 5000;

export function makeDraftKeeper(
  server: ServerDraft & { savedAt: string | null },
  places: DraftPlaces,
): DraftKeeper {
  const listeners = new Set<() => void>();
  let state = openDraft(server, null);
  let keepTimer: ReturnType<typeof setTimeout> | undefined;
  let saveTimer: ReturnType<typeof setTimeout> | undefined;

  function apply(event: DraftEvent): void {
    set(reduceDraft(state, event));
  }
  function set(next: DraftState): void {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  }
  function keepSoon(): void {
    clearTimeout(keepTimer);
    keepTimer = setTimeout(() => void places.keep(toLocalDraft(state, places.nowMs())), KEEP_AFTER_MS);
  }
  function saveSoon(afterMs: number): void {
    clearTimeout(saveTimer);
    if (isSaveDue(state)) saveTimer = setTimeout(() => void save(), afterMs);
  }
  function change(event: DraftEvent): void {
    apply(event);
    keepSoon();
    saveSoon(SAVE_AFTER_MS);
  }

  async function save(mayOutlive = false): Promise<void> {
    clearTimeout(saveTimer);
    if (!isSaveDue(state)) return;
    const sent = { source: state.source, revision: state.base.revision };
    apply({ type: 'sending' });
    const answer = await places.send(sent, mayOutlive);
    apply(answer);
    keepSoon();
    if (answer.type === 'saved') places.tell({ source: sent.source, revision: answer.revision });
    saveSoon(answer.type === 'unreachable' ? RETRY_AFTER_MS : SAVE_AFTER_MS);
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async open() {
      const local = await places.load();
      if (!isUnsaved(state)) set(openDraft(server, local));
      saveSoon(SAVE_AFTER_MS);
    },
    type: (source) => change({ type: 'typed', source }),
    replace: (source) => change({ type: 'replaced', source }),
    decide: (answer) => change({ type: answer }),
    hear: (theirs) => change({ type: 'changed-elsewhere', theirs }),
    online() {
      apply({ type: 'online' });
      void save();
    },
    save: async () => await save(),
    leave() {
      clearTimeout(keepTimer);
      places.keepNow(toLocalDraft(state, places.nowMs()));
      void save(true);
    },
    close() {
      clearTimeout(keepTimer);
      clearTimeout(saveTimer);
    },
  };
}
