import { useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import type { AttemptView } from '#app/_grading/views.ts';
import type { Files, SourcePosition } from '#grader/recording/types.ts';
import type { EditorHandle } from '../editor/code-editor.tsx';
import type { AttemptKind } from '../results/attempt-progress.ts';
import { useAttempts, type AttemptControls } from '../results/use-attempts.ts';
import { faultyLines, summarize, type FaultyLine } from '../results/verdict-words.ts';
import { isUnderWay } from './attempt-pane.tsx';
import type { ServerDraft } from './drafts/draft-state.ts';
import { useDrafts, type OpenDraft } from './drafts/use-drafts.ts';
import type { Place } from './place.ts';
import { useAfterAttempt } from './use-after-attempt.ts';
import { usePlace } from './use-place.ts';
import { useRestore, type Restore } from './use-restore.ts';
import { useShortcuts } from './use-shortcuts.ts';

export type WorkspaceExercise = {
  id: string;
  starter: Files;
  visibleTests: string[];
  hiddenTests: number;
};

/** What the server knows when the page is opened. */
export type WorkspaceStart = {
  userId: string;
  exercise: WorkspaceExercise;
  drafts: { [path: string]: ServerDraft & { savedAt: string | null } };
  /** The file to open with. */
  path: string;
  /** The newest attempt, ended or not. */
  newest: AttemptView | null;
  restore: Restore | null;
  place: Place;
  hasPassed: boolean;
};

export type WorkspaceModel = {
  exercise: WorkspaceExercise;
  hasPassed: boolean;
  place: Place;
  move: (change: Partial<Place>) => void;
  path: string;
  setPath: (path: string) => void;
  draft: OpenDraft;
  attempts: AttemptControls;
  isBusy: boolean;
  /** The code on screen is not the one that the results are about. */
  isStale: boolean;
  /** The code on screen is the one handed in last. */
  isSubmitted: boolean;
  problems: FaultyLine[];
  editor: EditorHandle | null;
  setEditor: (editor: EditorHandle | null) => void;
  start: (kind: AttemptKind) => void;
  goTo: (at: SourcePosition) => void;
  openTimeline: (test: string) => void;
};

const NARROW = '(width < 64rem)';

/** All that the panes share: the place, the code, its drafts, its attempts. */
export function useWorkspace(first: WorkspaceStart): WorkspaceModel {
  const { exercise, hasPassed, userId } = first;
  const [place, move] = usePlace(first.place);
  const [path, setPath] = useState(first.restore?.path ?? first.path);
  const [editor, setEditor] = useState<EditorHandle | null>(null);
  const draft = useDrafts({ userId, exerciseId: exercise.id, drafts: first.drafts }, path);
  const attempts = useAttempts(exercise.id, first.newest);
  const { shown } = attempts;
  const { source } = draft.state;
  const isBusy = isUnderWay(attempts.progress);
  const isStale = shown !== null && shown.files?.[path] !== source;
  const problems = useMemo(() => (shown && !isStale ? faultyLines(shown, path) : []), [shown, isStale, path]);

  const start = (kind: AttemptKind): void => {
    if (isBusy || !draft.isReady) return;
    void draft.keeper.save();
    void attempts.start(kind, { [path]: source });
  };
  const goTo = (at: SourcePosition): void => {
    // The editor must be in sight before it can take the focus.
    flushSync(() => {
      if (at.file in exercise.starter) setPath(at.file);
      if (window.matchMedia(NARROW).matches) move({ pane: 'code' });
    });
    editor?.jumpTo(at.line, at.column);
  };
  const openTimeline = (test: string): void => {
    const index = shown?.recordings.findIndex((recording) => recording.test === test) ?? -1;
    move({ pane: 'timeline', test: index === -1 ? null : index + 1 });
  };

  useShortcuts({
    run: () => start('run'),
    submit: () => start('submission'),
    save: () => void draft.keeper.save(),
  });
  useRestore(first.restore, draft.isReady, (restore) => {
    setPath(restore.path);
    draft.keeperOf(restore.path).replace(restore.source);
  });
  useAfterAttempt(shown, (attempt) => {
    const isNews = summarize(attempt).tone !== 'pass' || !hasPassed;
    if (isNews && place.pane !== 'timeline' && window.matchMedia(NARROW).matches) move({ pane: 'tests' });
  });
  return {
    exercise,
    hasPassed,
    place,
    move,
    path,
    setPath,
    draft,
    attempts,
    isBusy,
    isStale,
    isSubmitted: shown?.kind === 'submission' && !isStale,
    problems,
    editor,
    setEditor,
    start,
    goTo,
    openTimeline,
  };
}
