// Where a draft lives outside the page: IndexedDB and localStorage here, /api/drafts there, other tabs beside.
import { parseLocalDraft, type LocalDraft, type ServerDraft } from './draft-state.ts';
import type { DraftPlaces, SaveAnswer } from './draft-keeper.ts';
import { readRecord, writeRecord } from './record-store.ts';

export type DraftName = { userId: string; exerciseId: string; path: string };

/** A page may hold 64 KiB of requests that outlive it. */
const MAXIMUM_OUTLIVING_BYTES = 60_000;

export function browserPlaces(name: DraftName): DraftPlaces {
  const key = keyOf(name);
  return {
    load: async () => newer(parseLocalDraft(await readRecord(key)), readNow(key)),
    keep: async (draft) => await writeRecord(key, draft),
    keepNow: (draft) => writeNow(key, draft),
    send: async (draft, mayOutlive) => await send(name, draft, mayOutlive),
    tell: (draft) => tellTabs(key, draft),
    nowMs: () => Date.now(),
  };
}

/** Hears what other tabs of this browser saved. This tab's own news come too; their revision is known already. */
export function listenToTabs(name: DraftName, hear: (draft: ServerDraft) => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(keyOf(name));
  channel.addEventListener('message', (event: MessageEvent<ServerDraft>) => hear(event.data), { signal });
  signal.addEventListener('abort', () => channel.close());
}

function tellTabs(key: string, draft: ServerDraft): void {
  const channel = new BroadcastChannel(key);
  // A channel reaches this origin only and takes no target.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  channel.postMessage(draft);
  channel.close();
}

/** Names the owner too: two people may use one browser. */
function keyOf({ userId, exerciseId, path }: DraftName): string {
  return `interleave-draft:${userId}:${exerciseId}:${path}`;
}

function newer(one: LocalDraft | null, other: LocalDraft | null): LocalDraft | null {
  if (one === null || other === null) return one ?? other;
  return one.changedAtMs >= other.changedAtMs ? one : other;
}

function readNow(key: string): LocalDraft | null {
  try {
    const text = localStorage.getItem(key);
    return text === null ? null : parseLocalDraft(JSON.parse(text));
  } catch {
    return null; // storage is switched off, or holds something else: then nothing was kept
  }
}

function writeNow(key: string, draft: LocalDraft): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Storage is full or switched off; IndexedDB and the server still have it.
  }
}

async function send(
  { exerciseId, path }: DraftName,
  draft: ServerDraft,
  mayOutlive: boolean,
): Promise<SaveAnswer> {
  const body = JSON.stringify({ path, ...draft });
  try {
    const response = await fetch(`/api/drafts/${encodeURIComponent(exerciseId)}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body,
      keepalive: mayOutlive && body.length < MAXIMUM_OUTLIVING_BYTES,
    });
    return await readAnswer(response);
  } catch {
    return { type: 'unreachable' };
  }
}

type AnswerBody = { revision: number; savedAt: string; source: string; error: string };

async function readAnswer(response: Response): Promise<SaveAnswer> {
  if (response.status >= 500 || response.status === 429) return { type: 'unreachable' };
  const body: AnswerBody = await response.json();
  if (response.ok) return { type: 'saved', revision: body.revision, savedAt: body.savedAt };
  if (response.status === 409) {
    return { type: 'changed-elsewhere', theirs: { revision: body.revision, source: body.source } };
  }
  return { type: 'refused', message: body.error };
}
