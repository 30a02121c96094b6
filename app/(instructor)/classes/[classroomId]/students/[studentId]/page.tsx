import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import type { ReactElement } from 'react';
import { Breadcrumb } from '#app/_components/ui/breadcrumb.tsx';
import { Page, PageHeading } from '#app/_components/ui/page.tsx';
import { StatusBadge } from '#app/_components/ui/status.tsx';
import { Time } from '#app/_components/ui/time.tsx';
import { getDatabase } from '#app/_data/database.ts';
import { listProgress } from '#app/_data/progress.ts';
import { requireInstructor } from '#app/_data/session.ts';
import { findStudentOfClass, listHistory } from '#app/_data/student-history.ts';
import { HistoryList } from './history-list.tsx';

export const metadata: Metadata = { title: 'Student' };

/** The newest attempts of each exercise; the rest is a link away. */
const SHOWN = 5;

export default async function StudentPage({
  params,
}: PageProps<'/classes/[classroomId]/students/[studentId]'>): Promise<ReactElement> {
  const { classroomId, studentId } = await params;
  const { classroom } = await requireInstructor(classroomId);
  const student = (await findStudentOfClass(getDatabase(), classroom.id, studentId)) ?? notFound();
  const progress = await listProgress(getDatabase(), student.id);
  const passed = progress.filter(({ status }) => status === 'passed').length;
  const histories = await Promise.all(
    progress.map(
      async ({ exerciseId }) =>
        await listHistory(getDatabase(), { studentId: student.id, exerciseId, limit: SHOWN }),
    ),
  );
  return (
    <Page width="text">
      <Breadcrumb trail={[{ href: `/classes/${classroom.id}`, label: classroom.name }]} />
      <PageHeading title={student.name}>
        {student.email} · joined <Time at={student.joinedAt} withTime={false} /> · {passed} of{' '}
        {progress.length} passed
      </PageHeading>
      <div className="grid gap-8">
        {progress.map(({ exerciseId, title, status, runs, submissions, firstPassAt }, index) => (
          <section key={exerciseId} aria-labelledby={exerciseId} className="grid gap-3">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
              <h2 id={exerciseId} className="text-base font-semibold">
                {title}
              </h2>
              <StatusBadge status={status} />
            </div>
            {runs + submissions === 0 ? null : (
              <>
                <p className="text-muted">
                  {count(submissions, 'submission')}, {count(runs, 'run')}
                  {firstPassAt === null ? null : (
                    <>
                      {' '}
                      · first passed <Time at={new Date(firstPassAt)} />
                    </>
                  )}
                </p>
                <HistoryList items={histories[index] ?? []} />
                {runs + submissions <= SHOWN ? null : (
                  <p>
                    <Link href={`/classes/${classroom.id}/students/${student.id}/${exerciseId}`}>
                      All {runs + submissions} attempts at {title}
                    </Link>
                  </p>
                )}
              </>
            )}
          </section>
        ))}
      </div>
    </Page>
  );
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
