// What the page knows of the attempt under way and of the one whose results it shows. Pure: events in, state out.
import type { AttemptEvent, AttemptView, TestView } from '#app/_grading/views.ts';

export type AttemptKind = 'run' | 'submission';

export type Progress =
  | { phase: 'idle' }
  | { phase: 'sending'; kind: AttemptKind }
  | { phase: 'queued'; kind: AttemptKind; id: string; place: number | null }
  | { phase: 'grading'; kind: AttemptKind; id: string; tests: HeardTest[] }
  | { phase: 'cancelled' }
  | { phase: 'refused'; kind: AttemptKind; message: string };

/** A test that has ended; `index` is its place among all tests. */
export type HeardTest = TestView & { index: number };

export type Attempts = {
  progress: Progress;
  /** The results on show: of the newest attempt that has ended. */
  shown: AttemptView | null;
  /** The code on show had been handed in before: what was asked for now is that submission. */
  wasHandedIn: boolean;
};

export type AttemptNews =
  | { type: 'sending'; kind: AttemptKind }
  | { type: 'accepted'; kind: AttemptKind; id: string; existing: boolean }
  | { type: 'refused'; kind: AttemptKind; message: string }
  | { type: 'heard'; heard: AttemptEvent };

/** @param newest The newest attempt, ended or not, as the server sent it with the page. */
export function openAttempts(newest: AttemptView | null): Attempts {
  if (newest === null) return { progress: { phase: 'idle' }, shown: null, wasHandedIn: false };
  const { id, kind, state } = newest;
  if (state === 'QUEUED') {
    return { progress: { phase: 'queued', kind, id, place: null }, shown: null, wasHandedIn: false };
  }
  if (state === 'GRADING') {
    return { progress: { phase: 'grading', kind, id, tests: [] }, shown: null, wasHandedIn: false };
  }
  return { progress: { phase: 'idle' }, shown: newest, wasHandedIn: false };
}

export function reduceAttempts(attempts: Attempts, news: AttemptNews): Attempts {
  switch (news.type) {
    case 'sending':
      return { ...attempts, progress: { phase: 'sending', kind: news.kind } };
    case 'accepted':
      return {
        ...attempts,
        wasHandedIn: news.existing,
        progress: { phase: 'queued', kind: news.kind, id: news.id, place: null },
      };
    case 'refused':
      return { ...attempts, progress: { phase: 'refused', kind: news.kind, message: news.message } };
    case 'heard':
      return hear(attempts, news.heard);
  }
  return attempts;
}

function hear(attempts: Attempts, heard: AttemptEvent): Attempts {
  const { progress } = attempts;
  if (progress.phase !== 'queued' && progress.phase !== 'grading') return attempts;
  const { kind, id } = progress;
  switch (heard.event) {
    case 'queued':
      return { ...attempts, progress: { phase: 'queued', kind, id, place: heard.data.place } };
    case 'started':
      return progress.phase === 'grading' ? attempts : { ...attempts, progress: startGrading(kind, id) };
    case 'test':
      return { ...attempts, progress: { phase: 'grading', kind, id, tests: withTest(progress, heard.data) } };
    case 'cancelled':
      return { ...attempts, progress: { phase: 'cancelled' } };
    case 'done':
    case 'fault':
      return { ...attempts, progress: { phase: 'idle' }, shown: heard.data };
  }
  return attempts;
}

function startGrading(kind: AttemptKind, id: string): Progress {
  return { phase: 'grading', kind, id, tests: [] };
}

/** A page that came late has not heard the first; after a lost connection one may be told twice. */
function withTest(progress: Progress, test: HeardTest): HeardTest[] {
  const others =
    progress.phase === 'grading' ? progress.tests.filter(({ index }) => index !== test.index) : [];
  return [...others, test].toSorted((one, other) => one.index - other.index);
}

/** The id of the attempt under way, if there is one. */
export function openId(attempts: Attempts): string | null {
  const { progress } = attempts;
  return progress.phase === 'queued' || progress.phase === 'grading' ? progress.id : null;
}
