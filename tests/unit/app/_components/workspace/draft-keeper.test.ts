import {
  KEEP_AFTER_MS,
  makeDraftKeeper,
  RETRY_AFTER_MS,
  SAVE_AFTER_MS,
  type DraftPlaces,
  type SaveAnswer,
} from '#app/_components/workspace/drafts/draft-keeper.ts';
import {
  statusOf,
  type LocalDraft,
  type ServerDraft,
} from '#app/_components/workspace/drafts/draft-state.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const savedAt = '2026-11-21T12:04:31.000Z';

/** A server and a browser in memory, which keep what they are given. */
function makePlaces(kept: LocalDraft | null = null): DraftPlaces & {
  kept: LocalDraft | null;
  sent: { draft: ServerDraft; mayOutlive: boolean }[];
  told: ServerDraft[];
  answer: ((draft: ServerDraft) => SaveAnswer) | null;
} {
  const places = {
    kept,
    sent: [] as { draft: ServerDraft; mayOutlive: boolean }[],
    told: [] as ServerDraft[],
    answer: null as ((draft: ServerDraft) => SaveAnswer) | null,
    load: async () => places.kept,
    keep: async (draft: LocalDraft) => {
      places.kept = draft;
    },
    keepNow: (draft: LocalDraft) => {
      places.kept = draft;
    },
    send: async (draft: ServerDraft, mayOutlive: boolean): Promise<SaveAnswer> => {
      places.sent.push({ draft, mayOutlive });
      return places.answer?.(draft) ?? { type: 'saved', revision: draft.revision + 1, savedAt };
    },
    tell: (draft: ServerDraft) => {
      places.told.push(draft);
    },
    nowMs: () => Date.now(),
  };
  return places;
}

const starter = { source: 'starter', revision: 0, savedAt: null };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a draft', () => {
  test('is kept in this browser within 300 ms of the last key, and on the server within 2 s', async () => {
    const places = makePlaces();
    const keeper = makeDraftKeeper(starter, places);
    await keeper.open();
    keeper.type('a');
    keeper.type('ab');
    await vi.advanceTimersByTimeAsync(KEEP_AFTER_MS);
    expect(places.kept).toMatchObject({ source: 'ab', isUnsaved: true });
    expect(places.sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS);
    expect(places.sent).toEqual([{ draft: { source: 'ab', revision: 0 }, mayOutlive: false }]);
    expect(places.told).toEqual([{ source: 'ab', revision: 1 }]);
    expect(KEEP_AFTER_MS).toBeLessThanOrEqual(300);
    expect(SAVE_AFTER_MS).toBeLessThanOrEqual(2000);
  });

  test('that nobody touched is not sent', async () => {
    const places = makePlaces();
    const keeper = makeDraftKeeper(starter, places);
    await keeper.open();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(places.sent).toEqual([]);
  });

  test('is kept at once when the page goes, and sent with a request that outlives it', async () => {
    const places = makePlaces();
    const keeper = makeDraftKeeper(starter, places);
    await keeper.open();
    keeper.type('quick');
    keeper.leave();
    expect(places.kept).toMatchObject({ source: 'quick', isUnsaved: true });
    await vi.advanceTimersByTimeAsync(0);
    expect(places.sent).toEqual([{ draft: { source: 'quick', revision: 0 }, mayOutlive: true }]);
  });

  test('comes back from this browser and then reaches the server', async () => {
    const places = makePlaces({
      source: 'before the reload',
      revision: 0,
      isUnsaved: true,
      changedAtMs: 1,
      unconfirmed: [],
    });
    const keeper = makeDraftKeeper(starter, places);
    await keeper.open();
    expect(keeper.state().source).toBe('before the reload');
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS);
    expect(places.sent).toHaveLength(1);
  });

  test('is tried again by itself while the server cannot be reached', async () => {
    const places = makePlaces();
    places.answer = () => ({ type: 'unreachable' });
    const keeper = makeDraftKeeper(starter, places);
    await keeper.open();
    keeper.type('a');
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS);
    expect(statusOf(keeper.state()).kind).toBe('offline');
    places.answer = null;
    await vi.advanceTimersByTimeAsync(RETRY_AFTER_MS);
    expect(statusOf(keeper.state())).toEqual({ kind: 'saved', savedAt });
  });

  test('goes out at once when the network is back', async () => {
    const places = makePlaces();
    places.answer = () => ({ type: 'unreachable' });
    const keeper = makeDraftKeeper(starter, places);
    await keeper.open();
    keeper.type('a');
    await keeper.save();
    places.answer = null;
    keeper.online();
    await vi.advanceTimersByTimeAsync(0);
    expect(statusOf(keeper.state())).toEqual({ kind: 'saved', savedAt });
  });

  test('waits for the student when it was changed elsewhere', async () => {
    const places = makePlaces();
    const theirs = { source: 'theirs', revision: 3 };
    places.answer = () => ({ type: 'changed-elsewhere', theirs });
    const keeper = makeDraftKeeper(starter, places);
    await keeper.open();
    keeper.type('mine');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(places.sent).toHaveLength(1);
    expect(statusOf(keeper.state())).toEqual({ kind: 'conflict', theirs });
    places.answer = null;
    keeper.decide('keep-mine');
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS);
    expect(places.sent.at(-1)?.draft).toEqual({ source: 'mine', revision: 3 });
  });
});
