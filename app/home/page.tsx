import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { LinkButton } from '#app/_components/ui/button.tsx';
import { EmptyState } from '#app/_components/ui/empty-state.tsx';
import { Notice } from '#app/_components/ui/notice.tsx';
import { Page, PageHeading } from '#app/_components/ui/page.tsx';
import { listClassrooms } from '#app/_data/classrooms.ts';
import type { ClassroomListItem } from '#app/_data/classrooms.ts';
import { getDatabase } from '#app/_data/database.ts';
import { listProgress } from '#app/_data/progress.ts';
import { requireUser } from '#app/_data/session.ts';
import { ClassList } from '../(instructor)/classes/class-list.tsx';
import { NextExercise } from './next-exercise.tsx';
import { ProgressList } from './progress-list.tsx';

export const metadata: Metadata = { title: 'Home' };

const joinMessages: Record<string, string> = {
  now: 'You have joined the class. This is where you go on.',
  before: 'You are in this class already; nothing has changed.',
};

export default async function HomePage({ searchParams }: PageProps<'/home'>): Promise<ReactElement> {
  const user = await requireUser();
  const [classes, progress] = await Promise.all([
    listClassrooms(getDatabase(), user.id),
    listProgress(getDatabase(), user.id),
  ]);
  const { joined } = await searchParams;
  const message = typeof joined === 'string' ? joinMessages[joined] : undefined;
  const passed = progress.filter(({ status }) => status === 'passed').length;
  return (
    <Page>
      <PageHeading title={`Hello, ${user.name}`} />
      <div className="grid gap-8">
        {message === undefined ? null : <Notice kind="pass">{message}</Notice>}
        {user.role === 'MEMBER' ? null : <Teaching classes={classes} />}
        <section aria-labelledby="progress" className="grid gap-4">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <h2 id="progress" className="text-lg font-semibold">
              {user.role === 'MEMBER' ? 'Your exercises' : 'Try the exercises yourself'}
            </h2>
            <p className="text-muted">
              {passed} of {progress.length} passed · <Link href="/progress">Your progress</Link>
            </p>
          </div>
          <NextExercise progress={progress} />
          <ProgressList progress={progress} />
        </section>
        {user.role === 'MEMBER' ? <Attending classes={classes} /> : null}
      </div>
    </Page>
  );
}

function Teaching({ classes }: { classes: ClassroomListItem[] }): ReactElement {
  return (
    <section aria-labelledby="classes" className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="classes" className="text-lg font-semibold">
          Your classes
        </h2>
        <LinkButton href="/classes/new">New class</LinkButton>
      </div>
      {classes.length === 0 ? (
        <EmptyState
          title="No class yet"
          action={
            <LinkButton look="primary" href="/classes/new">
              Make a class
            </LinkButton>
          }
        >
          Make one, then share its join link with your students.
        </EmptyState>
      ) : (
        <ClassList classes={classes} />
      )}
    </section>
  );
}

function Attending({ classes }: { classes: ClassroomListItem[] }): ReactElement | null {
  if (classes.length === 0) return null;
  return (
    <section aria-labelledby="classes" className="grid gap-4">
      <h2 id="classes" className="text-lg font-semibold">
        Your classes
      </h2>
      <ClassList classes={classes} />
    </section>
  );
}
