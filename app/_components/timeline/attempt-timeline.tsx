'use client';
import type { ReactElement, ReactNode } from 'react';
import type { AttemptView } from '#app/_grading/views.ts';
import type { Recording, SourcePosition } from '#grader/recording/types.ts';
import { Timeline } from './timeline.tsx';
import type { TimelineView } from './view.ts';

type AttemptTimelineProps = {
  attempt: AttemptView;
  /** Position among the recorded tests, from 1; `null` for the first that failed. */
  test: number | null;
  onTest: (test: number) => void;
  view: TimelineView;
  onView: (view: TimelineView) => void;
  pointedLine: number | null;
  onPoint: (line: number | null) => void;
  onGoTo: (at: SourcePosition) => void;
  actions?: ReactNode;
};

const glyphs = { passed: '✓', failed: '✗', 'not-run': '○' } as const;

/** The timeline of one test of an attempt, with a choice of the test. */
export function AttemptTimeline(props: AttemptTimelineProps): ReactElement {
  const { attempt } = props;
  const index = indexOf(attempt, props.test);
  const mine = attempt.recordings[index];
  if (mine === undefined) {
    return <p className="p-3 text-muted">Nothing was recorded: no test could start.</p>;
  }
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 border-b border-hairline px-3 py-2">
        <select
          aria-label="Test"
          className="min-h-8 min-w-0 flex-1 truncate rounded-md border border-line bg-surface px-2 text-sm"
          value={index}
          onChange={(event) => props.onTest(Number(event.target.value) + 1)}
        >
          {attempt.recordings.map((recording, position) => (
            <option key={recording.test} value={position}>
              {glyphs[outcomeOf(attempt, recording)]} {recording.test}
            </option>
          ))}
        </select>
        {props.actions}
      </div>
      <Timeline
        key={`${attempt.id}-${index}`}
        mine={mine}
        reference={attempt.reference.find((candidate) => candidate.test === mine.test) ?? null}
        outcome={outcomeOf(attempt, mine)}
        view={props.view}
        onView={props.onView}
        pointedLine={props.pointedLine}
        onPoint={props.onPoint}
        onGoTo={props.onGoTo}
      />
    </>
  );
}

function indexOf(attempt: AttemptView, test: number | null): number {
  if (test !== null && test <= attempt.recordings.length) return test - 1;
  const failed = attempt.recordings.findIndex((recording) => outcomeOf(attempt, recording) === 'failed');
  return Math.max(0, failed);
}

function outcomeOf(attempt: AttemptView, recording: Recording): 'passed' | 'failed' | 'not-run' {
  return attempt.verdict?.tests.find((test) => test.name === recording.test)?.outcome ?? 'not-run';
}
