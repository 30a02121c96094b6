import type { KeyboardEvent, ReactElement } from 'react';
import type { TimelineLayout } from '#grader/recording/layout.ts';
import type { Row } from '#grader/recording/row.ts';
import { percent } from './geometry.ts';
import { ExpectedBar, hasRoomForWords, LateArrow, MineBar, Points, rowHeight } from './shapes.tsx';

type TimelineRowProps = {
  row: Row;
  layout: TimelineLayout;
  /** The one row that Tab reaches. */
  isCurrent: boolean;
  /** Its line is the one under the pointer in the code. */
  isPointed: boolean;
  onPoint: (line: number | null) => void;
  onCurrent: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onOpen: () => void;
};

/** One event as a button: everything that the picture shows is in its name. */
export function TimelineRow(props: TimelineRowProps): ReactElement {
  const { row, layout, isCurrent, isPointed } = props;
  const line = row.at?.line ?? null;
  return (
    <li>
      <button
        type="button"
        data-row={row.key}
        data-different={row.isDifferent || undefined}
        aria-label={row.description}
        aria-current={isCurrent || undefined}
        tabIndex={isCurrent ? 0 : -1}
        className={`timeline-grid w-full cursor-default px-3 py-1 text-left ${isPointed ? 'bg-link/15' : isCurrent ? 'bg-raised' : 'hover:bg-raised'}`}
        onMouseEnter={() => props.onPoint(line)}
        onMouseLeave={() => props.onPoint(null)}
        onFocus={() => {
          props.onCurrent();
          props.onPoint(line);
        }}
        onBlur={() => props.onPoint(null)}
        onClick={props.onCurrent}
        onDoubleClick={props.onOpen}
        onKeyDown={props.onKeyDown}
      >
        <RowLabel row={row} />
        <svg
          aria-hidden="true"
          width="100%"
          height={rowHeight(row)}
          className="block min-w-0 overflow-visible"
        >
          <Grid layout={layout} />
          {row.expected && <ExpectedBar bar={row.expected} isAlone={row.mine === null} />}
          {row.mine && <MineBar bar={row.mine} kind={row.kind} />}
          <LateArrow row={row} />
          <Points row={row} />
        </svg>
      </button>
    </li>
  );
}

function RowLabel({ row }: { row: Row }): ReactElement {
  const isMissing = row.pairing === 'missing';
  return (
    <span className="flex min-h-5 min-w-0 items-center gap-1.5 font-mono text-xs">
      {row.isDifferent && (
        <span aria-hidden="true" className="text-fail">
          ⚠︎
        </span>
      )}
      <span className={`min-w-0 truncate ${isMissing ? 'text-muted line-through decoration-dotted' : ''}`}>
        {row.kind === 'console' ? `❯ ${row.label}` : row.label}
      </span>
      {row.difference !== null && !hasRoomForWords(row) && (
        <span className="shrink-0 rounded-sm bg-fail/10 px-1 font-sans text-fail">{row.difference}</span>
      )}
      {row.at && <span className="ml-auto shrink-0 text-muted">L{row.at.line}</span>}
    </span>
  );
}

/** The lines of the axis, and where a wait was cut short. */
export function Grid({ layout }: { layout: TimelineLayout }): ReactElement {
  return (
    <>
      {layout.ticks.map((tick) => (
        <line
          key={tick.x}
          x1={percent(tick.x)}
          x2={percent(tick.x)}
          y1="-4"
          y2="44"
          className="stroke-hairline"
        />
      ))}
      {layout.breaks.map((gap) => (
        <line
          key={gap.x}
          x1={percent(gap.x)}
          x2={percent(gap.x)}
          y1="-4"
          y2="44"
          strokeDasharray="1 4"
          className="stroke-line"
        />
      ))}
    </>
  );
}
