import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactElement } from 'react';
import { Breadcrumb } from '#app/_components/ui/breadcrumb.tsx';
import { EmptyState } from '#app/_components/ui/empty-state.tsx';
import { OpenBadge } from '#app/_components/ui/open-badge.tsx';
import { Page, PageHeading } from '#app/_components/ui/page.tsx';
import { getDatabase } from '#app/_data/database.ts';
import { findExerciseTitle, isOpenExercise } from '#app/_data/exercises.ts';
import { requireInstructor } from '#app/_data/session.ts';
import { findStudentOfClass, listHistory } from '#app/_data/student-history.ts';
import { HistoryList } from '../history-list.tsx';

export const metadata: Metadata = { title: 'Attempts' };

const LIMIT = 500;

export default async function StudentExercisePage({
  params,
}: PageProps<'/classes/[classroomId]/students/[studentId]/[exerciseId]'>): Promise<ReactElement> {
  const { classroomId, studentId, exerciseId } = await params;
  const { classroom } = await requireInstructor(classroomId);
  const student = (await findStudentOfClass(getDatabase(), classroom.id, studentId)) ?? notFound();
  const title = (await findExerciseTitle(getDatabase(), exerciseId)) ?? notFound();
  const isOpen = await isOpenExercise(getDatabase(), exerciseId);
  const items = await listHistory(getDatabase(), { studentId: student.id, exerciseId, limit: LIMIT });
  return (
    <Page width="text">
      <Breadcrumb
        trail={[
          { href: `/classes/${classroom.id}`, label: classroom.name },
          { href: `/classes/${classroom.id}/students/${student.id}`, label: student.name },
        ]}
      />
      <PageHeading title={title}>
        {student.name}
        {items.length === LIMIT ? ` · the newest ${LIMIT} attempts` : ''} {isOpen && <OpenBadge />}
      </PageHeading>
      {items.length === 0 ? (
        <EmptyState title="Not started">
          {student.name} has neither run nor submitted anything here.
        </EmptyState>
      ) : (
        <HistoryList items={items} />
      )}
    </Page>
  );
}
