import type { ReactElement } from 'react';
import { AttemptTimeline } from '../timeline/attempt-timeline.tsx';
import { AttemptPane } from './attempt-pane.tsx';
import type { Pane } from './place.ts';
import { TabPanel, Tabs, type Tab } from './tabs.tsx';
import type { WorkspaceModel } from './use-workspace.ts';

type ResultPaneProps = {
  model: WorkspaceModel;
  tabs: Tab<Pane>[];
  pointedLine: number | null;
  onPoint: (line: number | null) => void;
};

/** Tests or timeline of the last attempt, and a word when the code has changed since. */
export function ResultPane({ model, tabs, pointedLine, onPoint }: ResultPaneProps): ReactElement {
  const { place, move, attempts, exercise } = model;
  const { shown } = attempts;
  const showsTimeline = place.pane === 'timeline';
  return (
    <>
      <Tabs
        name="result"
        label="Results"
        className="shrink-0 border-b border-hairline px-1 max-lg:hidden"
        current={showsTimeline ? 'timeline' : 'tests'}
        onPick={(pane) => move({ pane })}
        tabs={tabs}
      />
      {model.isStale && !model.isBusy && <StaleBanner onRun={() => model.start('run')} />}
      <TabPanel name="result" id="tests" isCurrent={!showsTimeline}>
        <AttemptPane
          attempts={attempts}
          visibleTests={exercise.visibleTests}
          hiddenTests={exercise.hiddenTests}
          onGoTo={model.goTo}
          onOpenTimeline={model.openTimeline}
        />
      </TabPanel>
      <TabPanel name="result" id="timeline" isCurrent={showsTimeline}>
        {shown === null && (
          <p className="p-3 text-muted">Run your code to see when each of its calls starts and ends.</p>
        )}
        {shown !== null && showsTimeline && (
          <AttemptTimeline
            attempt={shown}
            test={place.test}
            onTest={(test) => move({ test })}
            view={place.view}
            onView={(view) => move({ view })}
            pointedLine={pointedLine}
            onPoint={onPoint}
            onGoTo={model.goTo}
            actions={<WideButton isWide={place.isWide} onToggle={() => move({ isWide: !place.isWide })} />}
          />
        )}
      </TabPanel>
    </>
  );
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

function WideButton({ isWide, onToggle }: { isWide: boolean; onToggle: () => void }): ReactElement {
  return (
    <button type="button" aria-pressed={isWide} className="result-button max-lg:hidden" onClick={onToggle}>
      Wide
    </button>
  );
}
