import {
  openAttempts,
  openId,
  reduceAttempts,
  type AttemptNews,
  type Attempts,
} from '#app/_components/results/attempt-progress.ts';
import type { AttemptView, TestView } from '#app/_grading/views.ts';
import { describe, expect, test } from 'vitest';

const passed: TestView = {
  name: 'waits',
  hidden: false,
  outcome: 'passed',
  ended: { kind: 'returned' },
  findings: [],
  virtualMs: 5,
};

function attempt(state: AttemptView['state'], id = 'one'): AttemptView {
  return {
    id,
    kind: 'run',
    exerciseId: 'waiting',
    state,
    createdAt: '2026-11-21T12:00:00.000Z',
    codeHash: 'hash',
    files: { 'solution.js': 'code' },
    verdict: null,
    recordings: [],
    reference: [],
  };
}

function after(attempts: Attempts, ...news: AttemptNews[]): Attempts {
  return news.reduce(reduceAttempts, attempts);
}

const accepted = [
  { type: 'sending', kind: 'run' },
  { type: 'accepted', kind: 'run', id: 'two', existing: false },
] satisfies AttemptNews[];

describe('opening the page', () => {
  test('with an ended attempt shows its results and follows nothing', () => {
    const attempts = openAttempts(attempt('DONE'));
    expect(attempts.shown?.id).toBe('one');
    expect(openId(attempts)).toBeNull();
  });

  test('in the middle of an attempt follows it again', () => {
    expect(openId(openAttempts(attempt('GRADING')))).toBe('one');
    expect(openId(openAttempts(attempt('QUEUED')))).toBe('one');
  });
});

describe('an attempt', () => {
  test('goes through the queue and its tests to its results, and keeps the last results until then', () => {
    const start = openAttempts(attempt('DONE'));
    const queued = after(start, ...accepted, {
      type: 'heard',
      heard: { event: 'queued', data: { place: 3 } },
    });
    expect(queued.progress).toMatchObject({ phase: 'queued', place: 3 });
    const grading = after(
      queued,
      { type: 'heard', heard: { event: 'started', data: { id: 'two' } } },
      { type: 'heard', heard: { event: 'test', data: { ...passed, index: 0 } } },
    );
    expect(grading.progress).toMatchObject({ phase: 'grading', tests: [{ name: 'waits' }] });
    expect(grading.shown?.id).toBe('one');
    const done = after(grading, { type: 'heard', heard: { event: 'done', data: attempt('DONE', 'two') } });
    expect(done).toMatchObject({ progress: { phase: 'idle' }, shown: { id: 'two' } });
  });

  test('a test told twice after a lost connection is there once', () => {
    const heard = {
      type: 'heard',
      heard: { event: 'test', data: { ...passed, index: 0 } },
    } satisfies AttemptNews;
    const { progress } = after(openAttempts(null), ...accepted, heard, heard);
    expect(progress).toMatchObject({ tests: [{ name: 'waits' }] });
    expect(progress.phase === 'grading' && progress.tests.length).toBe(1);
  });

  test('whose first test was not heard shows those that were, in order', () => {
    const hear = (index: number): AttemptNews => ({
      type: 'heard',
      heard: { event: 'test', data: { ...passed, name: `test ${index}`, index } },
    });
    const { progress } = after(openAttempts(null), ...accepted, hear(2), hear(1));
    expect(progress).toMatchObject({ tests: [{ name: 'test 1' }, { name: 'test 2' }] });
  });

  test('that was cancelled leaves the results before it on show', () => {
    const attempts = after(openAttempts(attempt('DONE')), ...accepted, {
      type: 'heard',
      heard: { event: 'cancelled', data: attempt('CANCELLED', 'two') },
    });
    expect(attempts).toMatchObject({ progress: { phase: 'cancelled' }, shown: { id: 'one' } });
  });

  test('of code handed in before leads to that submission and says so', () => {
    const attempts = after(
      openAttempts(null),
      { type: 'accepted', kind: 'submission', id: 'old', existing: true },
      { type: 'heard', heard: { event: 'done', data: attempt('DONE', 'old') } },
    );
    expect(attempts).toMatchObject({ wasHandedIn: true, shown: { id: 'old' } });
  });

  test('that was refused says why', () => {
    const attempts = after(openAttempts(null), { type: 'refused', kind: 'run', message: 'Too many.' });
    expect(attempts.progress).toEqual({ phase: 'refused', kind: 'run', message: 'Too many.' });
  });
});
