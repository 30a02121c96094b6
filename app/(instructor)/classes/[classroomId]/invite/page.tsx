import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { ActionForm } from '#app/_components/ui/action-form.tsx';
import type { FieldSpec } from '#app/_components/ui/action-form.tsx';
import { Breadcrumb } from '#app/_components/ui/breadcrumb.tsx';
import { Card } from '#app/_components/ui/card.tsx';
import { EmptyState } from '#app/_components/ui/empty-state.tsx';
import { Page, PageHeading } from '#app/_components/ui/page.tsx';
import { getDatabase } from '#app/_data/database.ts';
import { listJoinLinks } from '#app/_data/join-links.ts';
import { requireInstructor } from '#app/_data/session.ts';
import { makeLink } from './actions.ts';
import { JoinLinkItem } from './join-link-item.tsx';

export const metadata: Metadata = { title: 'Invite students' };

const fields: FieldSpec[] = [
  { name: 'until', label: 'Open until', type: 'date', hint: 'That day included. Empty: until you close it.' },
  {
    name: 'maximum',
    label: 'At most',
    type: 'number',
    min: 1,
    max: 9999,
    inputMode: 'numeric',
    hint: 'Students. Empty: any number.',
  },
];

export default async function InvitePage({
  params,
}: PageProps<'/classes/[classroomId]/invite'>): Promise<ReactElement> {
  const { classroom } = await requireInstructor((await params).classroomId);
  const links = await listJoinLinks(getDatabase(), classroom.id, new Date());
  return (
    <Page width="text">
      <Breadcrumb trail={[{ href: `/classes/${classroom.id}`, label: classroom.name }]} />
      <PageHeading title="Invite students">
        One link for the whole class: every student may use it once.
      </PageHeading>
      <div className="grid gap-6">
        {links.length === 0 ? (
          <EmptyState title="No join link yet">Make the first one below.</EmptyState>
        ) : null}
        {links.length === 0 ? null : (
          <ul aria-label="Join links" className="grid gap-3">
            {links.map((link) => (
              <JoinLinkItem key={link.id} link={link} classroomId={classroom.id} />
            ))}
          </ul>
        )}
        <Card title="New join link">
          <ActionForm
            action={makeLink.bind(null, classroom.id)}
            fields={fields}
            layout="row"
            submit="Make a join link"
          />
        </Card>
      </div>
    </Page>
  );
}
