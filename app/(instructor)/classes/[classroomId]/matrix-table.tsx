import Link from 'next/link';
import type { ReactElement } from 'react';
import { StatusGlyph } from '#app/_components/ui/status.tsx';
import { Time } from '#app/_components/ui/time.tsx';
import { cellName } from '#app/_data/matrix.ts';
import type {
  Cell,
  Matrix,
  MatrixExercise,
  MatrixSort,
  MatrixStudent,
  MatrixView,
} from '#app/_data/matrix.ts';
import { GridKeys } from './grid-keys.tsx';
import { viewPath } from './matrix-views.tsx';

type MatrixTableProps = { classroom: { id: string; name: string }; matrix: Matrix; view: MatrixView };

/** Students by exercises, for wide screens; names and titles stay in sight while it scrolls both ways. */
export function MatrixTable({ classroom, matrix, view }: MatrixTableProps): ReactElement {
  return (
    <div
      role="region"
      aria-label={`Progress of ${classroom.name}`}
      tabIndex={0}
      className="relative hidden max-h-[calc(100dvh-14rem)] min-h-64 w-fit max-w-full overflow-auto rounded-lg border border-line sm:block"
    >
      <GridKeys>
        <table className="border-separate border-spacing-0">
          <caption className="sr-only">
            Each cell leads to a student’s attempts at one exercise. Arrow keys move between cells.
          </caption>
          <thead className="sticky top-0 z-10 bg-raised">
            <HeadingRow classroomId={classroom.id} matrix={matrix} view={view} />
            <SummaryRow matrix={matrix} />
          </thead>
          <tbody>
            {matrix.students.map((student) => (
              <StudentRow
                key={student.id}
                classroomId={classroom.id}
                student={student}
                exercises={matrix.exercises}
              />
            ))}
          </tbody>
        </table>
      </GridKeys>
    </div>
  );
}

const edge = 'border-b border-hairline';
const corner = `sticky left-0 z-10 border-r bg-raised px-3 py-2 text-left ${edge}`;

function HeadingRow({
  classroomId,
  matrix,
  view,
}: {
  classroomId: string;
  matrix: Matrix;
  view: MatrixView;
}): ReactElement {
  return (
    <tr>
      <SortHeading className={corner} sort="name" label="Student" view={view} classroomId={classroomId} />
      <SortHeading
        className={`px-3 py-2 ${edge}`}
        sort="passed"
        label="Passed"
        view={view}
        classroomId={classroomId}
      />
      {matrix.exercises.map(({ id, title }) => (
        <th key={id} scope="col" className={`min-w-28 px-3 py-2 text-center font-medium ${edge}`}>
          {title}
        </th>
      ))}
      <SortHeading
        className={`min-w-36 px-3 py-2 text-right ${edge}`}
        sort="last"
        label="Last attempt"
        view={view}
        classroomId={classroomId}
      />
    </tr>
  );
}

type SortHeadingProps = {
  classroomId: string;
  view: MatrixView;
  sort: MatrixSort;
  label: string;
  className: string;
};

function SortHeading({ classroomId, view, sort, label, className }: SortHeadingProps): ReactElement {
  const isCurrent = view.sort === sort;
  const direction = sort === 'name' ? 'ascending' : 'descending';
  return (
    <th
      scope="col"
      aria-sort={isCurrent ? direction : undefined}
      className={`font-medium whitespace-nowrap ${className}`}
    >
      <Link
        href={viewPath(classroomId, { ...view, sort })}
        scroll={false}
        className="text-text no-underline hover:underline"
      >
        {label}
        <span aria-hidden className={isCurrent ? 'text-muted' : 'invisible'}>
          {direction === 'ascending' ? ' ▲' : ' ▼'}
        </span>
      </Link>
    </th>
  );
}

function SummaryRow({ matrix }: { matrix: Matrix }): ReactElement {
  return (
    <tr className="text-muted">
      <th scope="row" className={`font-normal whitespace-nowrap ${corner}`}>
        All of them
      </th>
      <td className={`px-3 py-1.5 text-center tabular-nums ${edge}`}>
        {Math.round(matrix.passedShare * 100)} %
      </td>
      {matrix.exercises.map((exercise) => (
        <td key={exercise.id} className={`px-3 py-1.5 text-center whitespace-nowrap tabular-nums ${edge}`}>
          <StatusGlyph status="passed" /> {exercise.passed}
          <span className="sr-only"> passed,</span> <StatusGlyph status="some" className="ml-1" />{' '}
          {exercise.started}
          <span className="sr-only"> not passed yet</span>
        </td>
      ))}
      <td className={edge} />
    </tr>
  );
}

type StudentRowProps = { classroomId: string; student: MatrixStudent; exercises: MatrixExercise[] };

function StudentRow({ classroomId, student, exercises }: StudentRowProps): ReactElement {
  const path = `/classes/${classroomId}/students/${student.id}`;
  return (
    <tr className="group [content-visibility:auto]">
      <th
        scope="row"
        className={`sticky left-0 border-r bg-surface p-0 text-left font-medium group-hover:bg-raised ${edge}`}
      >
        <Link
          data-cell
          href={path}
          prefetch={false}
          className="block max-w-56 truncate px-3 py-2 text-text no-underline hover:underline focus-visible:-outline-offset-2"
        >
          {student.name}
        </Link>
      </th>
      <td className={`text-center text-muted tabular-nums group-hover:bg-raised ${edge}`}>
        {student.passed}/{exercises.length}
      </td>
      {student.cells.map((cell, index) => (
        <td key={cell.exerciseId} className={`p-0 group-hover:bg-raised ${edge}`}>
          <CellLink
            path={path}
            cell={cell}
            name={cellName(student.name, exercises[index]?.title ?? '', cell)}
          />
        </td>
      ))}
      <td className={`px-3 text-right whitespace-nowrap text-muted group-hover:bg-raised ${edge}`}>
        {student.lastAttemptAt === null ? '–' : <Time at={student.lastAttemptAt} />}
      </td>
    </tr>
  );
}

/** The glyph, and the number that says most: attempts once passed, tests until then. */
function CellLink({ path, cell, name }: { path: string; cell: Cell; name: string }): ReactElement {
  return (
    <Link
      data-cell
      href={`${path}/${cell.exerciseId}`}
      prefetch={false}
      aria-label={name}
      title={name}
      className="flex min-h-9 items-center justify-center gap-1.5 px-3 text-text tabular-nums no-underline hover:shadow-[inset_0_0_0_1px_var(--line)] focus-visible:-outline-offset-2"
    >
      <StatusGlyph status={cell.status} />
      {cellText(cell)}
    </Link>
  );
}

export function cellText({ status, testsPassed, testsTotal, runs, submissions }: Cell): string {
  if (status === 'not-started') return '';
  return status === 'passed' ? String(runs + submissions) : `${testsPassed}/${testsTotal}`;
}
