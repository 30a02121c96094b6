import {
  isSaveDue,
  openDraft,
  reduceDraft,
  statusOf,
  toLocalDraft,
  type DraftEvent,
  type DraftState,
} from '#app/_components/workspace/drafts/draft-state.ts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const savedAt = '2026-11-21T12:04:31.000Z';
const server = { source: 'starter', revision: 0, savedAt: null };

function after(state: DraftState, ...events: DraftEvent[]): DraftState {
  return events.reduce(reduceDraft, state);
}

describe('opening', () => {
  test('without anything kept here the page shows what the server has', () => {
    expect(openDraft(server, null)).toMatchObject({ source: 'starter', conflict: null });
  });

  test('what was typed here and did not reach the server comes back, and is due for a save', () => {
    const state = openDraft(server, {
      source: 'typed',
      revision: 0,
      isUnsaved: true,
      changedAtMs: 1,
      unconfirmed: [],
    });
    expect(state.source).toBe('typed');
    expect(isSaveDue(state)).toBe(true);
  });

  test('what was saved from here and changed on another device gives way without a question', () => {
    const newer = { source: 'on the phone', revision: 4, savedAt };
    const state = openDraft(newer, {
      source: 'on the laptop',
      revision: 3,
      isUnsaved: false,
      changedAtMs: 1,
      unconfirmed: [],
    });
    expect(state).toMatchObject({ source: 'on the phone', conflict: null });
  });

  test('unsaved work built on an older revision asks, and shows the unsaved work meanwhile', () => {
    const newer = { source: 'on the phone', revision: 4, savedAt };
    const state = openDraft(newer, {
      source: 'on the laptop',
      revision: 3,
      isUnsaved: true,
      changedAtMs: 1,
      unconfirmed: [],
    });
    expect(state.source).toBe('on the laptop');
    expect(statusOf(state)).toEqual({ kind: 'conflict', theirs: { source: 'on the phone', revision: 4 } });
    expect(isSaveDue(state)).toBe(false);
  });
});

describe('a page that overtook the save of the page before it', () => {
  const sent = { revision: 0, isUnsaved: true, changedAtMs: 1, unconfirmed: ['before the reload'] };

  test('does not take that save for somebody else’s', () => {
    const state = openDraft(server, { ...sent, source: 'before the reload' });
    const events: DraftEvent[] = [
      { type: 'typed', source: 'after the reload' },
      { type: 'sending' },
      { type: 'changed-elsewhere', theirs: { source: 'before the reload', revision: 1 } },
    ];
    const met = after(state, ...events);
    expect(met).toMatchObject({ source: 'after the reload', base: { revision: 1 }, conflict: null });
    expect(isSaveDue(met)).toBe(true);
  });

  test('nor when the server tells it with the page', () => {
    const newer = { source: 'before the reload', revision: 1, savedAt };
    expect(openDraft(newer, { ...sent, source: 'newest' })).toMatchObject({
      source: 'newest',
      conflict: null,
    });
  });

  test('and a page from a cache, older than what is known here, shows what is known here', () => {
    const known = { ...sent, source: 'known', revision: 2, isUnsaved: false };
    const state = openDraft(server, known);
    expect(state).toMatchObject({ source: 'known', base: { source: 'known', revision: 2 } });
    expect(isSaveDue(state)).toBe(false);
  });
});

describe('saving', () => {
  const typed = after(openDraft(server, null), { type: 'typed', source: 'a' });

  test('goes from saving to saved with the time of the server', () => {
    expect(statusOf(typed)).toEqual({ kind: 'saving' });
    const state = after(typed, { type: 'sending' }, { type: 'saved', revision: 1, savedAt });
    expect(statusOf(state)).toEqual({ kind: 'saved', savedAt });
    expect(isSaveDue(state)).toBe(false);
  });

  test('what was typed while a save was under way is saved next', () => {
    const state = after(
      typed,
      { type: 'sending' },
      { type: 'typed', source: 'ab' },
      { type: 'saved', revision: 1, savedAt },
    );
    expect(state.base).toEqual({ source: 'a', revision: 1 });
    expect(isSaveDue(state)).toBe(true);
  });

  test('an unreachable server leaves the work here and says so, until the network is back', () => {
    const offline = after(typed, { type: 'sending' }, { type: 'unreachable' });
    expect(statusOf(offline)).toEqual({ kind: 'offline' });
    expect(toLocalDraft(offline, 5)).toEqual({
      source: 'a',
      revision: 0,
      isUnsaved: true,
      changedAtMs: 5,
      unconfirmed: ['a'],
    });
    expect(isSaveDue(after(offline, { type: 'online' }))).toBe(true);
  });

  test('a refusal is shown and not repeated until something changes', () => {
    const state = after(typed, { type: 'sending' }, { type: 'refused', message: 'Too long.' });
    expect(isSaveDue(state)).toBe(false);
    expect(isSaveDue(after(state, { type: 'typed', source: 'b' }))).toBe(true);
  });
});

describe('two tabs', () => {
  const theirs = { source: 'theirs', revision: 1 };
  const mine = after(openDraft(server, null), { type: 'typed', source: 'mine' });

  test('a change elsewhere while work is unsaved is a question, and saves wait for the answer', () => {
    const state = after(mine, { type: 'changed-elsewhere', theirs });
    expect(statusOf(state)).toEqual({ kind: 'conflict', theirs });
    expect(state.source).toBe('mine');
    expect(isSaveDue(state)).toBe(false);
  });

  test('"keep mine" saves mine on top of theirs', () => {
    const state = after(mine, { type: 'changed-elsewhere', theirs }, { type: 'keep-mine' });
    expect(state).toMatchObject({ source: 'mine', base: { revision: 1 } });
    expect(isSaveDue(state)).toBe(true);
  });

  test('"take theirs" puts theirs into the editor and needs no save', () => {
    const state = after(mine, { type: 'changed-elsewhere', theirs }, { type: 'take-theirs' });
    expect(state.source).toBe('theirs');
    expect(isSaveDue(state)).toBe(false);
  });

  test('the same text typed twice is no conflict', () => {
    const state = after(mine, { type: 'changed-elsewhere', theirs: { source: 'mine', revision: 1 } });
    expect(statusOf(state).kind).toBe('saved');
  });

  test('an untouched tab follows the other one', () => {
    const state = after(openDraft(server, null), { type: 'changed-elsewhere', theirs });
    expect(state).toMatchObject({ source: 'theirs', conflict: null });
  });

  test('news older than what is known here change nothing', () => {
    const saved = after(mine, { type: 'sending' }, { type: 'saved', revision: 2, savedAt });
    expect(after(saved, { type: 'changed-elsewhere', theirs })).toEqual(saved);
  });
});

test('no order of events loses what was typed, save by the word of the student', () => {
  const source = fc.constantFrom('a', 'b', 'c');
  const event = fc.oneof(
    fc.record({ type: fc.constant('typed' as const), source }),
    fc.constant({ type: 'sending' as const }),
    fc.constant({ type: 'unreachable' as const }),
    fc.constant({ type: 'online' as const }),
    fc.constant({ type: 'keep-mine' as const }),
    fc.record({ type: fc.constant('refused' as const), message: fc.constant('no') }),
    fc.tuple(source, fc.integer({ min: 1, max: 9 })).map(([text, revision]) => ({
      type: 'changed-elsewhere' as const,
      theirs: { source: text, revision },
    })),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 20 }), (events) => {
      let state = openDraft(server, null);
      const lost: DraftEvent[] = [];
      for (const next of events) {
        const before = state;
        state = reduceDraft(state, next);
        const wasUnsaved = before.source !== before.base.source;
        if (wasUnsaved && next.type !== 'typed' && state.source !== before.source) lost.push(next);
      }
      expect(lost).toEqual([]);
    }),
  );
});
