import Link from 'next/link';
import type { ReactElement } from 'react';
import { StatusGlyph, statusWord } from '#app/_components/ui/status.tsx';
import type { Matrix } from '#app/_data/matrix.ts';

/** The matrix for narrow screens: one line per student. */
export function MatrixList({ classroomId, matrix }: { classroomId: string; matrix: Matrix }): ReactElement {
  return (
    <ul className="divide-y divide-hairline rounded-lg border border-hairline sm:hidden">
      {matrix.students.map(({ id, name, cells, passed }) => (
        <li key={id}>
          <Link
            href={`/classes/${classroomId}/students/${id}`}
            prefetch={false}
            className="relative grid gap-1 px-4 py-3 text-text no-underline"
          >
            <span className="flex justify-between gap-4">
              <span className="min-w-0 truncate font-medium">{name}</span>
              <span className="text-muted tabular-nums">
                {passed}/{matrix.exercises.length}
                <span className="sr-only"> passed</span>
              </span>
            </span>
            <span className="flex min-w-0 flex-wrap gap-x-3 gap-y-1">
              {cells.map(({ exerciseId, status }, index) => (
                <span key={exerciseId}>
                  <StatusGlyph status={status} />
                  <span className="sr-only">
                    {matrix.exercises[index]?.title}: {statusWord(status)},
                  </span>
                </span>
              ))}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
