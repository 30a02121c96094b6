import Link from 'next/link';
import type { ReactElement } from 'react';
import type { ClassroomListItem } from '#app/_data/classrooms.ts';

/** Classes as cards; an instructor's lead to the matrix. A student's class has no page of its own. */
export function ClassList({ classes }: { classes: ClassroomListItem[] }): ReactElement {
  return (
    <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {classes.map((item) => (
        <li
          key={item.id}
          className="relative rounded-lg border border-hairline p-4 has-[a:hover]:border-line"
        >
          {item.role === 'INSTRUCTOR' ? (
            <Link
              href={`/classes/${item.id}`}
              className="text-base font-semibold text-text no-underline after:absolute after:inset-0 after:rounded-lg"
            >
              {item.name}
            </Link>
          ) : (
            <p className="text-base font-semibold">{item.name}</p>
          )}
          <p className="mt-1 text-muted">{describe(item)}</p>
        </li>
      ))}
    </ul>
  );
}

function describe({ role, students, instructors }: ClassroomListItem): string {
  if (role === 'STUDENT') return `with ${new Intl.ListFormat('en').format(instructors)}`;
  if (students === 0) return 'No students yet';
  return students === 1 ? '1 student' : `${students} students`;
}
