import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { LinkButton } from '#app/_components/ui/button.tsx';
import { EmptyState } from '#app/_components/ui/empty-state.tsx';
import { Page, PageHeading } from '#app/_components/ui/page.tsx';
import { listClassrooms } from '#app/_data/classrooms.ts';
import { getDatabase } from '#app/_data/database.ts';
import { requireUser } from '#app/_data/session.ts';
import { ClassList } from './class-list.tsx';

export const metadata: Metadata = { title: 'Classes' };

export default async function ClassesPage(): Promise<ReactElement> {
  const user = await requireUser();
  const classes = await listClassrooms(getDatabase(), user.id);
  const create =
    user.role === 'MEMBER' ? null : (
      <LinkButton look="primary" href="/classes/new">
        New class
      </LinkButton>
    );
  return (
    <Page>
      <PageHeading title="Classes" actions={classes.length > 0 ? create : undefined} />
      {classes.length > 0 ? (
        <ClassList classes={classes} />
      ) : (
        <EmptyState title="No class yet" action={create}>
          {user.role === 'MEMBER'
            ? 'Open the join link that your instructor gave you.'
            : 'Make one, then share its join link with your students.'}
        </EmptyState>
      )}
    </Page>
  );
}
