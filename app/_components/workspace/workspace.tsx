'use client';
import { useState, type ReactElement, type ReactNode } from 'react';
import { summarize } from '../results/verdict-words.ts';
import { ActionBar } from './action-bar.tsx';
import { CodePane, SymbolRow } from './code-pane.tsx';
import { DraftStatusText } from './draft-status.tsx';
import { statusOf } from './drafts/draft-state.ts';
import type { Pane } from './place.ts';
import { ResultPane } from './result-pane.tsx';
import { Tabs, type Tab } from './tabs.tsx';
import { TaskPane } from './task-pane.tsx';
import { useAnnouncement } from './use-after-attempt.ts';
import { useWorkspace, type WorkspaceModel, type WorkspaceStart } from './use-workspace.ts';

type WorkspaceProps = WorkspaceStart & {
  submissions: number;
  title: ReactNode;
  task: ReactNode;
  hints: ReactNode[];
  attempts: ReactNode;
};

/** Task, code and results: three panes side by side, or one at a time on a narrow screen. */
export function Workspace(props: WorkspaceProps): ReactElement {
  const model = useWorkspace(props);
  const { place, move, draft, isBusy } = model;
  const announcement = useAnnouncement(model.attempts.shown);
  const status = draft.isReady && (
    <DraftStatusText status={statusOf(draft.state)} isSubmitted={model.isSubmitted} />
  );
  const resultTabs = resultTabsOf(model);
  return (
    <div className="flex h-[calc(100dvh-3rem)] min-h-96 flex-col noscript:h-auto">
      <div className="flex min-h-10 shrink-0 items-center gap-3 border-b border-hairline px-3">
        {props.title}
        <div className="ml-auto hidden min-w-0 lg:block">{status}</div>
      </div>
      <Tabs
        name="pane"
        label="Panes"
        className="shrink-0 border-b border-hairline lg:hidden noscript:hidden"
        current={place.pane}
        onPick={(pane) => move({ pane })}
        tabs={[{ id: 'task', label: 'Task' }, { id: 'code', label: 'Code' }, ...resultTabs]}
      />
      <Panes {...props} model={model} resultTabs={resultTabs} />
      <ActionBar
        status={status}
        problems={model.problems.length}
        isBusy={isBusy}
        isReady={draft.isReady}
        onRun={() => model.start('run')}
        onSubmit={() => model.start('submission')}
      />
      <p role="status" className="sr-only">
        {announcement}
      </p>
    </div>
  );
}

type PanesProps = WorkspaceProps & { model: WorkspaceModel; resultTabs: Tab<Pane>[] };

function Panes({ model, resultTabs, ...props }: PanesProps): ReactElement {
  const { place, path, draft, exercise } = model;
  // What is pointed at on one side is marked on the other.
  const [codeLine, setCodeLine] = useState<number | null>(null);
  const [timelineLine, setTimelineLine] = useState<number | null>(null);
  const showsTimeline = place.pane === 'timeline';
  const isWide = showsTimeline && place.isWide;
  return (
    <div
      className={`grid min-h-0 flex-1 grid-cols-1 grid-rows-1 noscript:grid-rows-none ${isWide ? twoColumns : threeColumns}`}
    >
      <section
        aria-label="Exercise"
        id="pane-panel-task"
        className={paneClasses(place.pane === 'task', `lg:border-r ${isWide ? 'lg:hidden' : ''}`)}
      >
        <TaskPane
          exerciseId={exercise.id}
          task={props.task}
          hints={props.hints}
          attempts={props.attempts}
          submissions={props.submissions}
          hasPassed={model.hasPassed}
          path={path}
          source={draft.state.source}
        />
      </section>
      <section
        aria-label="Code"
        id="pane-panel-code"
        className={paneClasses(place.pane === 'code', 'lg:border-r')}
      >
        <CodePane
          onEditor={model.setEditor}
          paths={Object.keys(exercise.starter)}
          path={path}
          onPath={model.setPath}
          draft={draft}
          starter={exercise.starter[path] ?? ''}
          problems={model.problems}
          pointedLine={timelineLine}
          onPoint={setCodeLine}
        />
        <SymbolRow editor={model.editor} />
      </section>
      <section
        aria-label="Results"
        id={`pane-panel-${showsTimeline ? 'timeline' : 'tests'}`}
        aria-busy={model.isBusy}
        className={paneClasses(place.pane === 'tests' || showsTimeline, '')}
      >
        <ResultPane model={model} tabs={resultTabs} pointedLine={codeLine} onPoint={setTimelineLine} />
      </section>
    </div>
  );
}

const threeColumns = 'lg:grid-cols-[minmax(0,13fr)_minmax(0,16fr)_minmax(0,15fr)]';
const twoColumns = 'lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]';

/** On a narrow screen one pane at a time; without JavaScript all of them, one below the other. */
function paneClasses(isCurrent: boolean, more: string): string {
  const display = isCurrent ? 'flex' : 'hidden lg:flex noscript:flex';
  return `${display} min-h-0 min-w-0 flex-col border-hairline ${more}`;
}

function resultTabsOf({ attempts, isBusy }: WorkspaceModel): Tab<Pane>[] {
  const count = attempts.shown && !isBusy ? summarize(attempts.shown) : null;
  const label = count && count.total > 0 ? `Tests ${count.passed}/${count.total}` : 'Tests';
  return [
    { id: 'tests', label },
    { id: 'timeline', label: 'Timeline' },
  ];
}
