import type { ReactElement } from 'react';
import type { Row } from '#grader/recording/row.ts';
import type { TimelineView } from './view.ts';

type DifferenceButtonsProps = { rows: Row[]; current: Row | undefined; onGo: (row: Row | undefined) => void };

/** Steps from one difference to the next. */
export function DifferenceButtons({ rows, current, onGo }: DifferenceButtonsProps): ReactElement | null {
  const different = rows.filter((row) => row.isDifferent);
  if (different.length === 0) return null;
  const index = current === undefined ? -1 : different.indexOf(current);
  const place = index === -1 ? `${different.length} differences` : `${index + 1} of ${different.length}`;
  const step = (by: number): void => onGo(different.at((index + by + different.length) % different.length));
  return (
    <div className="flex items-center gap-1 text-xs" role="group" aria-label="Differences">
      <button
        type="button"
        className="timeline-button"
        aria-label="Previous difference"
        onClick={() => step(-1)}
      >
        ◂
      </button>
      <span className="tabular-nums">Difference {place}</span>
      <button type="button" className="timeline-button" aria-label="Next difference" onClick={() => step(1)}>
        ▸
      </button>
    </div>
  );
}

type ViewSwitchesProps = { view: TimelineView; onView: (view: TimelineView) => void };

export function ViewSwitches({ view, onView }: ViewSwitchesProps): ReactElement {
  return (
    <div className="flex flex-wrap gap-2 text-xs">
      <div className="flex overflow-hidden rounded-md border border-line" role="group" aria-label="Axis">
        <Switch label="Time" isOn={view.axis === 'time'} onPick={() => onView({ ...view, axis: 'time' })} />
        <Switch
          label="Order"
          isOn={view.axis === 'order'}
          onPick={() => onView({ ...view, axis: 'order' })}
        />
      </div>
      <div className="flex overflow-hidden rounded-md border border-line" role="group" aria-label="Form">
        <Switch label="Bars" isOn={view.form === 'bars'} onPick={() => onView({ ...view, form: 'bars' })} />
        <Switch
          label="Table"
          isOn={view.form === 'table'}
          onPick={() => onView({ ...view, form: 'table' })}
        />
      </div>
    </div>
  );
}

function Switch({ label, isOn, onPick }: { label: string; isOn: boolean; onPick: () => void }): ReactElement {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      className="min-h-6 cursor-pointer px-2 py-0.5 aria-pressed:bg-link aria-pressed:text-on-accent"
      onClick={onPick}
    >
      {label}
    </button>
  );
}
