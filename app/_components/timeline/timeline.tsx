'use client';
import { useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { firstDifference } from '#grader/recording/difference.ts';
import { layoutTimeline } from '#grader/recording/layout.ts';
import type { Row } from '#grader/recording/row.ts';
import { sentence } from '#grader/recording/sentences.ts';
import type { Finding, Recording, SourcePosition } from '#grader/recording/types.ts';
import { ShapeDefinitions } from './shapes.tsx';
import { TimelineAxis } from './timeline-axis.tsx';
import { DifferenceButtons, ViewSwitches } from './timeline-controls.tsx';
import { TimelineRow } from './timeline-row.tsx';
import { TimelineTable } from './timeline-table.tsx';
import type { TimelineView } from './view.ts';
import './timeline.css';

type TimelineProps = {
  mine: Recording;
  /** What to say above it; of a test, how it compares with the reference. */
  summary?: string;
  reference: Recording | null;
  outcome: 'passed' | 'failed' | 'not-run';
  view: TimelineView;
  onView: (view: TimelineView) => void;
  /** The line that is pointed at in the code. */
  pointedLine: number | null;
  onPoint: (line: number | null) => void;
  onGoTo: (at: SourcePosition) => void;
};

/** The student's calls against the reference's, in virtual time: first the difference in a sentence, then the picture. */
export function Timeline(props: TimelineProps): ReactElement {
  const { mine, reference, view, pointedLine } = props;
  const layout = useMemo(() => layoutTimeline(mine, reference, view.axis), [mine, reference, view.axis]);
  const difference = useMemo(() => reference && firstDifference(mine, reference), [mine, reference]);
  const list = useRef<HTMLUListElement>(null);
  const [currentKey, setCurrentKey] = useState<string | null>(null);
  const { rows } = layout;
  const current =
    rows.find((row) => row.key === currentKey) ?? rows.find((row) => row.isDifferent) ?? rows[0];

  const focus = (row: Row | undefined): void => {
    if (row !== undefined) list.current?.querySelector<HTMLElement>(`[data-row="${row.key}"]`)?.focus();
  };
  const open = (row: Row): void => row.at && props.onGoTo(row.at);
  const onKeyDown = (event: KeyboardEvent, row: Row): void => {
    const move = moves[event.key];
    if (move !== undefined) focus(move(rows, rows.indexOf(row)));
    else if (event.key === 'Enter') open(row);
    else return;
    event.preventDefault();
  };

  return (
    <div className="@container min-w-0">
      <ShapeDefinitions />
      <div className="flex flex-wrap items-start justify-between gap-2 px-3 py-2">
        <p className="min-w-48 flex-1 text-sm">{props.summary ?? headline(props, difference)}</p>
        <DifferenceButtons rows={rows} current={current} onGo={focus} />
        <ViewSwitches view={view} onView={props.onView} />
      </div>
      {rows.length === 0 && (
        <p className="px-3 py-6 text-muted">Nothing happened here: no call, no timer, no line.</p>
      )}
      {rows.length > 0 && view.form === 'table' && <TimelineTable rows={rows} />}
      {rows.length > 0 && view.form === 'bars' && (
        <>
          <TimelineAxis layout={layout} axis={view.axis} />
          <ul ref={list} aria-label="Events in order" className="py-1">
            {rows.map((row) => (
              <TimelineRow
                key={row.key}
                row={row}
                layout={layout}
                isCurrent={row === current}
                isPointed={row.at !== undefined && row.at.line === pointedLine}
                onPoint={props.onPoint}
                onCurrent={() => setCurrentKey(row.key)}
                onKeyDown={(event) => onKeyDown(event, row)}
                onOpen={() => open(row)}
              />
            ))}
          </ul>
          {current && <RowDetails row={current} onOpen={() => open(current)} />}
        </>
      )}
    </div>
  );
}

const moves: { [key: string]: (rows: Row[], index: number) => Row | undefined } = {
  ArrowDown: (rows, index) => rows[index + 1],
  ArrowUp: (rows, index) => rows[index - 1],
  Home: (rows) => rows[0],
  End: (rows) => rows.at(-1),
  ']': (rows, index) => rows.slice(index + 1).find((row) => row.isDifferent),
  '[': (rows, index) => rows.slice(0, index).findLast((row) => row.isDifferent),
};

/** A test may pass in another way than the reference's; then a difference is news, not a fault. */
function headline({ mine, outcome, reference }: TimelineProps, difference: Finding | null): string {
  if (mine.manyAnswers === true) return 'This test has many right answers, so yours is compared with none.';
  if (reference === null) return 'There is no reference recording of this test to compare with.';
  if (difference === null) {
    const same = 'Your calls started and ended as the reference’s did.';
    return outcome === 'failed' ? `${same} What the test found wrong is something else: see Tests.` : same;
  }
  const words = sentence(difference);
  return outcome === 'passed' ? `This test passed, in another way than the reference: ${words}` : words;
}

function RowDetails({ row, onOpen }: { row: Row; onOpen: () => void }): ReactElement {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-hairline px-3 py-2 text-xs text-muted">
      <p className="min-w-0 flex-1">{row.description}</p>
      {row.at && (
        <button type="button" className="min-h-6 cursor-pointer text-link underline" onClick={onOpen}>
          Go to line {row.at.line}
        </button>
      )}
    </div>
  );
}
