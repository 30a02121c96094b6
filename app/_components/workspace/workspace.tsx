'use client';
import { useRouter } from 'next/navigation';
import {
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';
import { flushSync } from 'react-dom';
import type { AttemptView } from '#app/_grading/views.ts';
import type { Files, SourcePosition } from '#grader/recording/types.ts';
import type { EditorHandle } from '../editor/code-editor.tsx';
import type { AttemptKind } from '../results/attempt-progress.ts';
import { useAttempts } from '../results/use-attempts.ts';
import { faultyLines, summarize } from '../results/verdict-words.ts';
import { AttemptTimeline } from '../timeline/attempt-timeline.tsx';
import { ActionBar } from './action-bar.tsx';
import { AttemptPane, isUnderWay } from './attempt-pane.tsx';
import { CodePane, SymbolRow } from './code-pane.tsx';
import { DraftStatusText } from './draft-status.tsx';
import { statusOf, type ServerDraft } from './drafts/draft-state.ts';
import { useDrafts } from './drafts/use-drafts.ts';
import type { Pane, Place } from './place.ts';
import { TabPanel, Tabs } from './tabs.tsx';
import { TaskPane } from './task-pane.tsx';
import { usePlace } from './use-place.ts';
import { useShortcuts } from './use-shortcuts.ts';

export type WorkspaceExercise = {
  id: string;
  starter: Files;
  visibleTests: string[];
  hiddenTests: number;
};

type WorkspaceProps = {
  userId: string;
  exercise: WorkspaceExercise;
  drafts: { [path: string]: ServerDraft & { savedAt: string | null } };
  /** The file to open with. */
  path: string;
  /** The newest attempt, ended or not. */
  newest: AttemptView | null;
  /** An earlier version to put into the editor, as one edit that can be undone. */
  restore: { path: string; source: string } | null;
  place: Place;
  hasPassed: boolean;
  submissions: number;
  task: ReactNode;
  hints: ReactNode[];
  attempts: ReactNode;
  title: ReactNode;
};

const NARROW = '(width < 64rem)';

/** Task, code and results: three panes side by side, or one at a time on a narrow screen. */
export function Workspace(props: WorkspaceProps): ReactElement {
  const { exercise, hasPassed } = props;
  const [place, move] = usePlace(props.place);
  const [path, setPath] = useState(props.restore?.path ?? props.path);
  const [codeLine, setCodeLine] = useState<number | null>(null);
  const [timelineLine, setTimelineLine] = useState<number | null>(null);
  const editor = useRef<EditorHandle | null>(null);
  const draft = useDrafts({ userId: props.userId, exerciseId: exercise.id, drafts: props.drafts }, path);
  const attempts = useAttempts(exercise.id, props.newest);
  const { shown } = attempts;
  const { source } = draft.state;
  const isBusy = isUnderWay(attempts.progress);
  const isStale = shown !== null && shown.files?.[path] !== source;
  const isSubmitted = shown?.kind === 'submission' && !isStale;
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
    editor.current?.jumpTo(at.line, at.column);
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
  useRestore(props.restore, draft.isReady, draft.keeper.replace);
  const announcement = useAnnouncement(shown);
  useAfterAttempt(shown, (attempt) => {
    const isNews = summarize(attempt).tone !== 'pass' || !hasPassed;
    if (isNews && window.matchMedia(NARROW).matches) move({ pane: 'tests' });
    else if (place.pane === 'code' || place.pane === 'task') move({ pane: place.pane });
  });

  const status = draft.isReady && (
    <DraftStatusText status={statusOf(draft.state)} isSubmitted={isSubmitted} />
  );
  const showsTimeline = place.pane === 'timeline';
  const count = shown && !isBusy ? summarize(shown) : null;
  const resultTabs: { id: Pane; label: ReactNode }[] = [
    { id: 'tests', label: count && count.total > 0 ? `Tests ${count.passed}/${count.total}` : 'Tests' },
    { id: 'timeline', label: 'Timeline' },
  ];
  return (
    <div className="flex h-[calc(100dvh-3rem)] min-h-96 flex-col noscript:h-auto">
      <div className="flex min-h-10 shrink-0 items-center gap-3 border-b border-hairline px-3">
        {props.title}
        <div className="ml-auto hidden min-w-0 lg:block">{status}</div>
      </div>
      <Tabs
        name="pane"
        label="Panes"
        className="shrink-0 border-b border-hairline lg:hidden"
        current={place.pane}
        onPick={(pane) => move({ pane })}
        tabs={[{ id: 'task', label: 'Task' }, { id: 'code', label: 'Code' }, ...resultTabs]}
      />
      <div
        className={`grid min-h-0 flex-1 grid-cols-1 grid-rows-1 noscript:grid-rows-none ${columns(showsTimeline && place.isWide)}`}
      >
        <section
          aria-label="Exercise"
          id="pane-panel-task"
          className={`${inSight(place.pane === 'task')} min-h-0 min-w-0 flex-col border-hairline lg:border-r ${showsTimeline && place.isWide ? 'lg:hidden' : ''}`}
        >
          <TaskPane
            exerciseId={exercise.id}
            task={props.task}
            hints={props.hints}
            attempts={props.attempts}
            submissions={props.submissions}
            hasPassed={hasPassed}
            path={path}
            source={source}
          />
        </section>
        <section
          aria-label="Code"
          id="pane-panel-code"
          className={`${inSight(place.pane === 'code')} min-h-0 min-w-0 flex-col border-hairline lg:border-r`}
        >
          <CodePane
            ref={editor}
            paths={Object.keys(exercise.starter)}
            path={path}
            onPath={setPath}
            draft={draft}
            starter={exercise.starter[path] ?? ''}
            problems={problems}
            pointedLine={timelineLine}
            onPoint={setCodeLine}
          />
          <SymbolRow editor={editor} />
        </section>
        <section
          aria-label="Results"
          id={`pane-panel-${showsTimeline ? 'timeline' : 'tests'}`}
          aria-busy={isBusy}
          className={`${inSight(place.pane === 'tests' || showsTimeline)} min-h-0 min-w-0 flex-col`}
        >
          <Tabs
            name="result"
            label="Results"
            className="shrink-0 border-b border-hairline px-1 max-lg:hidden"
            current={showsTimeline ? 'timeline' : 'tests'}
            onPick={(pane) => move({ pane })}
            tabs={resultTabs}
          />
          {isStale && !isBusy && <StaleBanner onRun={() => start('run')} />}
          <TabPanel name="result" id="tests" isCurrent={!showsTimeline}>
            <AttemptPane
              attempts={attempts}
              visibleTests={exercise.visibleTests}
              hiddenTests={exercise.hiddenTests}
              onGoTo={goTo}
              onOpenTimeline={openTimeline}
            />
          </TabPanel>
          <TabPanel name="result" id="timeline" isCurrent={showsTimeline}>
            {shown === null ? (
              <p className="p-3 text-muted">Run your code to see when each of its calls starts and ends.</p>
            ) : (
              showsTimeline && (
                <AttemptTimeline
                  attempt={shown}
                  test={place.test}
                  onTest={(test) => move({ test })}
                  view={place.view}
                  onView={(view) => move({ view })}
                  pointedLine={codeLine}
                  onPoint={setTimelineLine}
                  onGoTo={goTo}
                  actions={
                    <button
                      type="button"
                      aria-pressed={place.isWide}
                      className="result-button max-lg:hidden"
                      onClick={() => move({ isWide: !place.isWide })}
                    >
                      {place.isWide ? 'Narrow' : 'Wide'}
                    </button>
                  }
                />
              )
            )}
          </TabPanel>
        </section>
      </div>
      <ActionBar
        status={status}
        problems={problems.length}
        isBusy={isBusy}
        isReady={draft.isReady}
        onRun={() => start('run')}
        onSubmit={() => start('submission')}
      />
      <p role="status" className="sr-only">
        {announcement}
      </p>
    </div>
  );
}

function columns(isWide: boolean): string {
  return isWide
    ? 'lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]'
    : 'lg:grid-cols-[minmax(0,13fr)_minmax(0,16fr)_minmax(0,15fr)]';
}

/** On a narrow screen one pane at a time; without JavaScript all of them, one below the other. */
function inSight(isCurrent: boolean): string {
  return isCurrent ? 'flex' : 'hidden lg:flex noscript:flex';
}

function StaleBanner({ onRun }: { onRun: () => void }): ReactElement {
  return (
    <p className="flex shrink-0 items-center justify-between gap-2 border-b border-hairline bg-warn/10 px-3 py-1.5 text-xs">
      The code has changed since this result.
      <button type="button" className="result-button" onClick={onRun}>
        Run again
      </button>
    </p>
  );
}

/** Puts an earlier version into the editor once, and takes it out of the address, so that a reload does not do it again. */
function useRestore(
  restore: WorkspaceProps['restore'],
  isReady: boolean,
  replace: (source: string) => void,
): void {
  const isDone = useRef(false);
  const put = useEffectEvent(() => {
    if (restore === null || isDone.current) return;
    isDone.current = true;
    replace(restore.source);
    window.history.replaceState(null, '', window.location.pathname);
  });
  useEffect(() => {
    if (isReady) put();
  }, [isReady]);
}

/** Calls back for each attempt that ends while the page is open, and has the server's part of the page made anew. */
function useAfterAttempt(shown: AttemptView | null, onEnded: (attempt: AttemptView) => void): void {
  const router = useRouter();
  const last = useRef(shown?.id);
  const tell = useEffectEvent(onEnded);
  useEffect(() => {
    if (shown === null || shown.id === last.current) return;
    last.current = shown.id;
    tell(shown);
    router.refresh();
  }, [shown, router]);
}

/** Says the verdict once, when it comes, and not when the page is opened with one. */
function useAnnouncement(shown: AttemptView | null): string {
  const [first] = useState(shown);
  return shown === null || shown === first ? '' : summarize(shown).headline;
}
