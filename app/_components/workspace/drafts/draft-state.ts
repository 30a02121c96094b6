// The life of one draft as a pure state machine: what is typed, what is kept here, what the server has, and who is right
// when two tabs or two devices disagree. Nothing is overwritten without a word of the student.

/** What the server holds. Revision 0: nothing yet, `source` is the starter. */
export type ServerDraft = { source: string; revision: number };

/** What this browser holds. `isUnsaved`: it differs from what the server had at `revision`. */
export type LocalDraft = ServerDraft & { isUnsaved: boolean; changedAtMs: number; unconfirmed: string[] };

/** A page that goes away does not hear whether its last save arrived; so many of them are remembered. */
const UNCONFIRMED_KEPT = 5;

export type DraftState = {
  /** What the editor shows. */
  source: string;
  /** Raised whenever `source` changes by anything but typing: the editor then takes it over. */
  edition: number;
  /** The newest that the server is known to hold and that `source` is built on. */
  base: ServerDraft;
  /** Under way to the server. */
  sending: string | null;
  /** Sent from this browser, and no answer seen: should the server have one of them, it is nobody else's. */
  unconfirmed: string[];
  /** Somebody else's newer draft, while the student has not decided. */
  conflict: ServerDraft | null;
  isOnline: boolean;
  /** Why the server refused the last save, for the reader. */
  refusal: string | null;
  /** ISO 8601, of the last save. */
  savedAt: string | null;
};

export type DraftEvent =
  | { type: 'typed'; source: string }
  | { type: 'replaced'; source: string }
  | { type: 'sending' }
  | { type: 'saved'; revision: number; savedAt: string }
  | { type: 'changed-elsewhere'; theirs: ServerDraft }
  | { type: 'unreachable' }
  | { type: 'refused'; message: string }
  | { type: 'online' }
  | { type: 'keep-mine' }
  | { type: 'take-theirs' };

export type DraftStatus =
  | { kind: 'untouched' }
  | { kind: 'saving' }
  | { kind: 'saved'; savedAt: string | null }
  | { kind: 'offline' }
  | { kind: 'refused'; message: string }
  | { kind: 'conflict'; theirs: ServerDraft };

/** The state to start from: what the server sent with the page, against what this browser kept. */
export function openDraft(
  server: ServerDraft & { savedAt: string | null },
  local: LocalDraft | null,
): DraftState {
  const base = { source: server.source, revision: server.revision };
  const state: DraftState = {
    source: server.source,
    edition: 0,
    base,
    sending: null,
    unconfirmed: local?.unconfirmed ?? [],
    conflict: null,
    isOnline: true,
    refusal: null,
    savedAt: server.savedAt,
  };
  if (local === null || local.source === server.source) return state;
  if (local.revision > server.revision) return openKnown(state, local);
  if (!local.isUnsaved) return state;
  const isBuiltOnTheirs = local.revision === server.revision || state.unconfirmed.includes(server.source);
  return { ...state, source: local.source, conflict: isBuiltOnTheirs ? null : base };
}

/** The page is older than what this browser knows: it came out of a cache (Back), or overtook the last save. */
function openKnown(state: DraftState, local: LocalDraft): DraftState {
  const { source, revision, isUnsaved: isAhead } = local;
  return { ...state, source, base: { source: isAhead ? state.base.source : source, revision } };
}

export function reduceDraft(state: DraftState, event: DraftEvent): DraftState {
  switch (event.type) {
    case 'typed':
      return { ...state, source: event.source, refusal: null };
    case 'replaced':
      return replaceSource({ ...state, refusal: null }, event.source);
    case 'sending':
      return { ...state, sending: state.source, unconfirmed: remember(state.unconfirmed, state.source) };
    case 'saved':
      return afterSave(state, event);
    case 'changed-elsewhere':
      return meetTheirs({ ...state, sending: null }, event.theirs);
    case 'unreachable':
      return { ...state, sending: null, isOnline: false };
    case 'refused':
      return { ...state, sending: null, refusal: event.message };
    case 'online':
      return { ...state, isOnline: true };
    case 'keep-mine':
      return state.conflict === null ? state : { ...state, base: state.conflict, conflict: null };
    case 'take-theirs':
      return state.conflict === null ? state : take(state, state.conflict);
  }
  return state;
}

/** Whether a save should go out when the student pauses. */
export function isSaveDue(state: DraftState): boolean {
  return isUnsaved(state) && state.sending === null && state.conflict === null && state.refusal === null;
}

export function isUnsaved(state: DraftState): boolean {
  return state.source !== state.base.source;
}

export function toLocalDraft(state: DraftState, nowMs: number): LocalDraft {
  const { source, base } = state;
  const { unconfirmed } = state;
  return { source, revision: base.revision, isUnsaved: isUnsaved(state), changedAtMs: nowMs, unconfirmed };
}

/** What a browser's storage gave back, if it is a draft. */
export function parseLocalDraft(value: unknown): LocalDraft | null {
  if (typeof value !== 'object' || value === null) return null;
  const draft: { [Name in keyof LocalDraft]?: unknown } = value;
  const { source, revision, isUnsaved: unsaved, changedAtMs, unconfirmed } = draft;
  const isDraft =
    typeof source === 'string' && typeof revision === 'number' && typeof changedAtMs === 'number';
  if (!isDraft) return null;
  const texts = Array.isArray(unconfirmed) ? unconfirmed.filter((text) => typeof text === 'string') : [];
  return { source, revision, changedAtMs, isUnsaved: unsaved === true, unconfirmed: texts };
}

export function statusOf(state: DraftState): DraftStatus {
  if (state.conflict !== null) return { kind: 'conflict', theirs: state.conflict };
  if (state.refusal !== null) return { kind: 'refused', message: state.refusal };
  if (!isUnsaved(state)) {
    return state.base.revision === 0 ? { kind: 'untouched' } : { kind: 'saved', savedAt: state.savedAt };
  }
  return state.isOnline ? { kind: 'saving' } : { kind: 'offline' };
}

function afterSave(
  state: DraftState,
  { revision, savedAt }: { revision: number; savedAt: string },
): DraftState {
  const source = state.sending ?? state.source;
  return { ...state, base: { source, revision }, sending: null, unconfirmed: [], isOnline: true, savedAt };
}

/** Neither the same text is a conflict, nor one sent from here, nor a change elsewhere while nothing was typed here. */
function meetTheirs(state: DraftState, theirs: ServerDraft): DraftState {
  if (theirs.revision <= state.base.revision) return state;
  if (theirs.source === state.source) return { ...state, base: theirs, conflict: null };
  if (state.unconfirmed.includes(theirs.source)) return { ...state, base: theirs, conflict: null };
  if (!isUnsaved(state)) return take(state, theirs);
  return { ...state, conflict: theirs };
}

function take(state: DraftState, theirs: ServerDraft): DraftState {
  return { ...replaceSource(state, theirs.source), base: theirs, conflict: null };
}

function replaceSource(state: DraftState, source: string): DraftState {
  return { ...state, source, edition: state.edition + 1 };
}

function remember(texts: string[], text: string): string[] {
  return [...texts.filter((each) => each !== text), text].slice(-UNCONFIRMED_KEPT);
}
