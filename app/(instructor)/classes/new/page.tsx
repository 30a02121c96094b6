import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { ActionForm } from '#app/_components/ui/action-form.tsx';
import { Page, PageHeading } from '#app/_components/ui/page.tsx';
import { requireClassCreator } from '#app/_data/session.ts';
import { create } from './actions.ts';

export const metadata: Metadata = { title: 'New class' };

export default async function NewClassPage(): Promise<ReactElement> {
  await requireClassCreator();
  return (
    <Page width="narrow">
      <PageHeading title="New class">Next you get a link to share with your students.</PageHeading>
      <ActionForm
        action={create}
        fields={[
          {
            name: 'name',
            label: 'Name',
            required: true,
            maxLength: 100,
            hint: 'Students see it when they join.',
          },
        ]}
        submit="Make the class"
      />
    </Page>
  );
}
