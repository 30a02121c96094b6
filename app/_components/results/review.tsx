'use client';
import { useState, type ReactElement } from 'react';
import type { AttemptView } from '#app/_grading/views.ts';
import { CodeLines } from '../editor/code-lines.tsx';
import type { CodeLine } from '../editor/code-tokens.ts';
import { AttemptTimeline } from '../timeline/attempt-timeline.tsx';
import type { Place } from '../workspace/place.ts';
import { TabPanel, Tabs } from '../workspace/tabs.tsx';
import { usePlace } from '../workspace/use-place.ts';
import { Results } from './results.tsx';
import { faultyLines } from './verdict-words.ts';

type ReviewProps = { attempt: AttemptView; path: string; lines: CodeLine[]; place: Place };

/** A submission to read: the code on one side, verdict and timeline on the other, and lines that point at each other. */
export function Review({ attempt, path, lines, place: first }: ReviewProps): ReactElement {
  const [place, move] = usePlace(first);
  const [codeLine, setCodeLine] = useState<number | null>(null);
  const [timelineLine, setTimelineLine] = useState<number | null>(null);
  const isTimeline = place.pane === 'timeline';
  const isGraded = attempt.state === 'DONE' || attempt.state === 'FAULT';
  return (
    <div className="grid min-h-0 flex-1 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="min-w-0 border-hairline lg:border-r">
        <CodeLines
          lines={lines}
          label={`Code, ${path}`}
          notes={faultyLines(attempt, path)}
          pointedLine={timelineLine}
          onPoint={setCodeLine}
        />
      </div>
      <section aria-label="Results" className="min-w-0 border-hairline max-lg:border-t">
        <Tabs
          name="review"
          label="Results"
          className="border-b border-hairline px-1"
          current={isTimeline ? 'timeline' : 'tests'}
          onPick={(pane) => move({ pane })}
          tabs={[
            { id: 'tests', label: 'Tests' },
            { id: 'timeline', label: 'Timeline' },
          ]}
        />
        <TabPanel name="review" id="tests" isCurrent={!isTimeline}>
          {isGraded ? (
            <Results
              attempt={attempt}
              onGoTo={(at) => setTimelineLine(at.line)}
              onOpenTimeline={(test) => {
                const index = attempt.recordings.findIndex((recording) => recording.test === test);
                move({ pane: 'timeline', test: index + 1 });
              }}
            />
          ) : (
            <p className="p-3 text-muted">This submission has no verdict yet. Reload the page in a moment.</p>
          )}
        </TabPanel>
        <TabPanel name="review" id="timeline" isCurrent={isTimeline}>
          {isTimeline && (
            <AttemptTimeline
              attempt={attempt}
              test={place.test}
              onTest={(test) => move({ test })}
              view={place.view}
              onView={(view) => move({ view })}
              pointedLine={codeLine}
              onPoint={setTimelineLine}
              onGoTo={(at) => setTimelineLine(at.line)}
            />
          )}
        </TabPanel>
      </section>
    </div>
  );
}
