import type { ReactElement } from 'react';
import { Segments } from '#app/_components/ui/segments.tsx';
import { StatusGlyph } from '#app/_components/ui/status.tsx';
import type { Status } from '#app/_components/ui/status.tsx';
import type { MatrixFilter, MatrixSort, MatrixView } from '#app/_data/matrix.ts';

const filters: Record<MatrixFilter, string> = {
  all: 'All',
  unfinished: 'Unfinished',
  started: 'Started',
  'not-started': 'Not started',
};
const legend: { status: Status; text: string }[] = [
  { status: 'passed', text: 'Passed, with attempts' },
  { status: 'some', text: 'Some tests pass, of all' },
  { status: 'failed', text: 'None passes' },
  { status: 'not-started', text: 'Not started' },
];

/** The address of a view; what is usual is left out of it. */
export function viewPath(classroomId: string, { sort, filter }: MatrixView): string {
  const query = new URLSearchParams({
    ...(sort === 'name' ? {} : { sort }),
    ...(filter === 'all' ? {} : { show: filter }),
  });
  return `/classes/${classroomId}${query.size === 0 ? '' : `?${query}`}`;
}

type MatrixViewsProps = { classroomId: string; view: MatrixView; shown: number; all: number };

export function MatrixViews({ classroomId, view, shown, all }: MatrixViewsProps): ReactElement {
  const names = Object.keys(filters) as MatrixFilter[];
  const sorts: Record<MatrixSort, string> = { name: 'By name', passed: 'By passed', last: 'By last attempt' };
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
      <Segments
        label="Which students"
        segments={names.map((filter) => ({
          href: viewPath(classroomId, { ...view, filter }),
          label: filters[filter],
          isCurrent: filter === view.filter,
        }))}
      />
      <div className="sm:hidden">
        <Segments
          label="Order"
          segments={(Object.keys(sorts) as MatrixSort[]).map((sort) => ({
            href: viewPath(classroomId, { ...view, sort }),
            label: sorts[sort],
            isCurrent: sort === view.sort,
          }))}
        />
      </div>
      <p role="status" className="text-muted">
        {shown === all ? '' : `${shown} of ${all} students`}
      </p>
      <ul aria-label="Signs" className="flex flex-wrap gap-x-4 text-muted sm:ml-auto">
        {legend.map(({ status, text }) => (
          <li key={status}>
            <StatusGlyph status={status} /> {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
