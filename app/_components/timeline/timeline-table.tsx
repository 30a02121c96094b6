import type { ReactElement } from 'react';
import type { Bar, Point, Row } from '#grader/recording/row.ts';

/** The same events as a table, one line each. */
export function TimelineTable({ rows }: { rows: Row[] }): ReactElement {
  return (
    <div className="overflow-x-auto" role="region" aria-label="Events as a table" tabIndex={0}>
      <table className="w-full text-left text-xs tabular-nums [&_td]:border-b [&_td]:border-hairline [&_td]:px-3 [&_td]:py-1.5 [&_th]:px-3 [&_th]:py-1.5 [&_th]:font-medium">
        <thead className="border-b border-line text-muted">
          <tr>
            <th scope="col">Event</th>
            <th scope="col">Line</th>
            <th scope="col">Start</th>
            <th scope="col">End</th>
            <th scope="col">Outcome</th>
            <th scope="col">Expected</th>
            <th scope="col">Difference</th>
          </tr>
        </thead>
        <tbody>{rows.flatMap((row) => tableRows(row))}</tbody>
      </table>
    </div>
  );
}

function tableRows(row: Row): ReactElement[] {
  if (row.points.length + row.expectedPoints.length === 0) return [<SpanCells key={row.key} row={row} />];
  const count = Math.max(row.points.length, row.expectedPoints.length);
  return Array.from({ length: count }, (_, index) => (
    <MarkCells
      key={`${row.key}-${index}`}
      row={row}
      point={row.points[index]}
      expected={row.expectedPoints[index]}
    />
  ));
}

function SpanCells({ row }: { row: Row }): ReactElement {
  const { mine, expected } = row;
  return (
    <tr>
      <td className="font-mono">{row.label}</td>
      <td>{row.at?.line}</td>
      <td>{mine && `${mine.startMs} ms`}</td>
      <td>{mine && endOf(mine)}</td>
      <td>{mine?.outcome ?? 'missing'}</td>
      <td>{expected && `${expected.startMs} to ${endOf(expected)}`}</td>
      <td className="text-fail">{row.difference}</td>
    </tr>
  );
}

type MarkCellsProps = { row: Row; point: Point | undefined; expected: Point | undefined };

function MarkCells({ row, point, expected }: MarkCellsProps): ReactElement {
  const shown = point ?? expected;
  return (
    <tr>
      <td className="font-mono">
        {row.kind}: {shown?.text}
      </td>
      <td>{point?.at?.line}</td>
      <td>{point && `${point.virtualMs} ms`}</td>
      <td />
      <td>{point ? '' : 'missing'}</td>
      <td>{expected && `${expected.virtualMs} ms`}</td>
      <td className="text-fail">{row.difference}</td>
    </tr>
  );
}

function endOf(bar: Bar): string {
  return bar.endMs === null ? 'never' : `${bar.endMs} ms`;
}
