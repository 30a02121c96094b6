import type { ReactElement } from 'react';
import type { Bar, Point, Row } from '#grader/recording/row.ts';
import { EXPECTED_HEIGHT, LANE_HEIGHT, percent } from './geometry.ts';

/** Patterns that all timelines of the page refer to. */
export function ShapeDefinitions(): ReactElement {
  return (
    <svg width="0" height="0" aria-hidden="true" className="absolute">
      <defs>
        <pattern
          id="timeline-hatch"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="2.5" height="6" className="fill-warn" />
        </pattern>
        <linearGradient id="timeline-fade">
          <stop offset="0.3" stopOpacity="0.85" className="[stop-color:var(--fail)]" />
          <stop offset="1" stopOpacity="0.1" className="[stop-color:var(--fail)]" />
        </linearGradient>
        <marker
          id="timeline-arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path d="M0 0 8 4 0 8z" className="fill-fail" />
        </marker>
      </defs>
    </svg>
  );
}

const glyphs: Record<Bar['outcome'], string> = {
  fulfilled: '✓',
  rejected: '✗',
  cancelled: '⊘',
  fired: '•',
  pending: '?',
};

/** The student's call or timer: calls are solid, timers hatched, what never settled fades out. */
export function MineBar({ bar, kind }: { bar: Bar; kind: Row['kind'] }): ReactElement {
  const isPending = bar.endMs === null;
  const isWork = kind === 'call' || kind === 'fetch';
  const end = bar.x + bar.width;
  return (
    <>
      <rect
        x={percent(bar.x)}
        y="4"
        width={percent(bar.width)}
        height="12"
        rx="2.5"
        className={isPending ? '' : isWork ? 'fill-link' : 'stroke-warn'}
        {...(isPending ? { fill: 'url(#timeline-fade)' } : isWork ? {} : { fill: 'url(#timeline-hatch)' })}
      />
      {isPending ? (
        <text
          x="100%"
          dx="-4"
          y="14"
          textAnchor="end"
          className="timeline-halo fill-fail text-xs font-medium"
        >
          ? never settled
        </text>
      ) : (
        <text x={percent(end)} dx="6" y="14" className="fill-muted text-xs">
          <tspan className={bar.outcome === 'rejected' ? 'fill-fail' : 'fill-pass'}>
            {glyphs[bar.outcome]}
          </tspan>{' '}
          {bar.endMs}
        </text>
      )}
    </>
  );
}

/** What the reference did: an empty, dashed bar below the student's. */
export function ExpectedBar({ bar, isAlone }: { bar: Bar; isAlone: boolean }): ReactElement {
  const y = isAlone ? 5 : LANE_HEIGHT;
  return (
    <>
      <rect
        x={percent(bar.x)}
        y={y}
        width={percent(bar.width)}
        height="8"
        rx="2"
        strokeDasharray="3 3"
        className="fill-raised stroke-line"
      />
      <text x={percent(bar.x + bar.width)} dx="6" y={y + 8} className="fill-muted text-[0.6875rem]">
        {bar.endMs === null ? 'never settles' : `expected ${bar.endMs}`}
      </text>
    </>
  );
}

/** From where the call should have started to where it did. */
export function LateArrow({ row }: { row: Row }): ReactElement | null {
  const { mine, expected, difference } = row;
  if (mine === null || expected === null || lateBy(row) < 0.02) return null;
  return (
    <>
      <line
        x1={percent(expected.x)}
        x2={percent(mine.x)}
        y1="10"
        y2="10"
        className="stroke-fail"
        markerEnd="url(#timeline-arrow)"
      />
      {hasRoomForWords(row) && (
        <text
          x={percent((mine.x + expected.x) / 2)}
          y="14"
          textAnchor="middle"
          className="timeline-halo fill-fail text-xs font-medium"
        >
          {difference}
        </text>
      )}
    </>
  );
}

/** Whether the arrow itself can say by how much; the label says it otherwise. */
export function hasRoomForWords(row: Row): boolean {
  return lateBy(row) > 0.2;
}

/** Fraction of the plot between the expected start and the student's. */
function lateBy({ mine, expected }: Row): number {
  return mine === null || expected === null ? 0 : mine.x - expected.x;
}

/** Console lines are carets, settlements dots, aborts crosses; those of the reference are hollow. */
export function Points({ row }: { row: Row }): ReactElement {
  const isAlone = row.points.length === 0;
  return (
    <>
      {row.points.map((point, index) => (
        <PointShape key={index} kind={row.kind} point={point} />
      ))}
      {row.expectedPoints.map((point, index) => (
        <g key={index} className="fill-surface stroke-line">
          <circle cx={percent(point.x)} cy={isAlone ? 10 : LANE_HEIGHT + 4} r="3.5" strokeDasharray="2 1.5" />
        </g>
      ))}
    </>
  );
}

function PointShape({ kind, point }: { kind: Row['kind']; point: Point }): ReactElement {
  if (kind === 'settled') return <circle cx={percent(point.x)} cy="10" r="3.5" className="fill-microtask" />;
  const glyph = kind === 'console' ? '❯' : kind === 'event' ? '◆' : '✕';
  const colour = kind === 'abort' ? 'fill-fail' : 'fill-text';
  return (
    <text x={percent(point.x)} y="14" textAnchor="middle" className={`${colour} text-xs font-bold`}>
      {glyph}
    </text>
  );
}

export function rowHeight(row: Row): number {
  const hasMine = row.mine !== null || row.points.length > 0;
  const hasExpected = row.expected !== null || row.expectedPoints.length > 0;
  return hasMine && hasExpected ? LANE_HEIGHT + EXPECTED_HEIGHT : LANE_HEIGHT;
}
