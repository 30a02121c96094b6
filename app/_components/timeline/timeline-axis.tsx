import type { ReactElement } from 'react';
import type { InFlight, TimelineLayout } from '#grader/recording/layout.ts';
import type { Axis } from '#grader/recording/scale.ts';
import { percent } from './geometry.ts';
import { Grid } from './timeline-row.tsx';

/** Where the time axis is drawn shorter. A sign of its own is missing from many fonts. */
const GAP_SIGN = '//';

type TimelineAxisProps = { layout: TimelineLayout; axis: Axis };

/** The numbers on top, which stay in sight while the rows scroll, and the calls in flight below them. */
export function TimelineAxis({ layout, axis }: TimelineAxisProps): ReactElement {
  return (
    <div className="sticky top-0 z-10 border-b border-hairline bg-surface py-1">
      <div className="timeline-grid px-3">
        <span className="hidden text-xs text-muted @2xl:block">
          {axis === 'time' ? 'virtual ms' : 'order of events'}
        </span>
        <svg aria-hidden="true" width="100%" height="16" className="block overflow-visible">
          {layout.ticks.map((tick) => (
            <text
              key={tick.x}
              x={percent(tick.x)}
              y="12"
              textAnchor={tick.x === 0 ? 'start' : 'middle'}
              className="fill-muted text-xs tabular-nums"
            >
              {tick.label}
            </text>
          ))}
          {layout.breaks.map((gap) => (
            <text
              key={gap.x}
              x={percent(gap.x)}
              y="12"
              textAnchor="middle"
              className="fill-text text-xs font-bold"
            >
              {GAP_SIGN}
            </text>
          ))}
        </svg>
      </div>
      {layout.breaks.length > 0 && (
        <p className="px-3 text-xs text-muted">
          {GAP_SIGN} drawn shorter: {layout.breaks.map((gap) => `${gap.waitedMs} ms`).join(', ')} in which
          nothing happened
        </p>
      )}
      <InFlightStrip layout={layout} />
    </div>
  );
}

const STRIP_HEIGHT = 24;

function InFlightStrip({ layout }: { layout: TimelineLayout }): ReactElement | null {
  const { mine, expected } = layout.inFlight;
  const most = Math.max(mine.maximum, expected?.maximum ?? 0);
  if (most === 0) return null;
  const isDifferent = expected !== null && expected.maximum !== mine.maximum;
  return (
    <div className="timeline-grid px-3 pt-1">
      <p className="flex min-w-0 items-end gap-1.5 text-xs text-muted">
        <span className="truncate">at the same time</span>
        <span className={`shrink-0 ${isDifferent ? 'text-fail' : ''}`}>
          max {mine.maximum}
          {isDifferent && ` (expected ${expected.maximum})`}
        </span>
      </p>
      <svg aria-hidden="true" width="100%" height={STRIP_HEIGHT} className="block overflow-visible">
        <Grid layout={layout} />
        <Steps inFlight={mine} most={most} className="fill-link/35" />
        {expected && <Steps inFlight={expected} most={most} className="fill-none stroke-line" isDashed />}
        <line x1="0" x2="100%" y1={STRIP_HEIGHT - 0.5} y2={STRIP_HEIGHT - 0.5} className="stroke-hairline" />
      </svg>
    </div>
  );
}

type StepsProps = { inFlight: InFlight; most: number; className: string; isDashed?: boolean };

function Steps({ inFlight, most, className, isDashed = false }: StepsProps): ReactElement {
  return (
    <>
      {inFlight.steps.map((step) => {
        const height = (step.count / most) * (STRIP_HEIGHT - 4);
        return (
          <rect
            key={step.x}
            x={percent(step.x)}
            y={STRIP_HEIGHT - height}
            width={percent(step.width)}
            height={height}
            className={className}
            {...(isDashed ? { strokeDasharray: '3 3' } : {})}
          />
        );
      })}
    </>
  );
}
