import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { LinkButton } from '#app/_components/ui/button.tsx';
import { EmptyState } from '#app/_components/ui/empty-state.tsx';
import { Page, PageHeading } from '#app/_components/ui/page.tsx';
import { findClassMatrix } from '#app/_data/class-progress.ts';
import { getDatabase } from '#app/_data/database.ts';
import { arrange, parseMatrixView } from '#app/_data/matrix.ts';
import type { Matrix } from '#app/_data/matrix.ts';
import { requireInstructor } from '#app/_data/session.ts';
import { MatrixList } from './matrix-list.tsx';
import { MatrixTable } from './matrix-table.tsx';
import { MatrixViews } from './matrix-views.tsx';

export const metadata: Metadata = { title: 'Class' };

export default async function ClassPage({
  params,
  searchParams,
}: PageProps<'/classes/[classroomId]'>): Promise<ReactElement> {
  const { classroom } = await requireInstructor((await params).classroomId);
  const matrix = await findClassMatrix(getDatabase(), classroom.id);
  const view = parseMatrixView(await searchParams);
  const shown = { ...matrix, students: arrange(matrix.students, view) };
  const invite = (
    <LinkButton
      look={matrix.students.length === 0 ? 'primary' : 'secondary'}
      href={`/classes/${classroom.id}/invite`}
    >
      Invite students
    </LinkButton>
  );
  return (
    <Page width="full">
      <PageHeading title={classroom.name} actions={matrix.students.length === 0 ? undefined : invite}>
        {describe(matrix)}
      </PageHeading>
      {matrix.students.length === 0 ? (
        <EmptyState title="No students yet" action={invite}>
          Make a join link and share it: students who join appear here with what they have passed.
        </EmptyState>
      ) : (
        <div className="grid gap-4">
          <MatrixViews
            classroomId={classroom.id}
            view={view}
            shown={shown.students.length}
            all={matrix.students.length}
          />
          {shown.students.length === 0 ? (
            <EmptyState title="Nobody fits this view">Choose another one above.</EmptyState>
          ) : (
            <>
              <MatrixTable classroom={classroom} matrix={shown} view={view} />
              <MatrixList classroomId={classroom.id} matrix={shown} />
            </>
          )}
        </div>
      )}
    </Page>
  );
}

function describe({ students, exercises, passedShare }: Matrix): string | undefined {
  if (students.length === 0) return undefined;
  const people = students.length === 1 ? '1 student' : `${students.length} students`;
  return `${people} · ${exercises.length} exercises · ${Math.round(passedShare * 100)} % passed`;
}
