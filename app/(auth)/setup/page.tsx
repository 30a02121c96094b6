import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactElement } from 'react';
import { ActionForm } from '#app/_components/ui/action-form.tsx';
import type { FieldSpec } from '#app/_components/ui/action-form.tsx';
import { Card } from '#app/_components/ui/card.tsx';
import { Page, PageHeading } from '#app/_components/ui/page.tsx';
import { getDatabase } from '#app/_data/database.ts';
import { isSetupOpen } from '#app/_data/setup.ts';
import { setUp } from './actions.ts';
import { Checks } from './checks.tsx';

export const metadata: Metadata = { title: 'Set up' };

const fields: FieldSpec[] = [
  {
    name: 'token',
    label: 'Set-up token',
    placeholder: 'xxxx-xxxx-xxxx',
    autoComplete: 'off',
    spellCheck: false,
    required: true,
    hint: 'In the terminal that runs Interleave, on the line “Set-up token”.',
  },
  { name: 'name', label: 'Your name', autoComplete: 'name', required: true },
  { name: 'email', label: 'E-mail', type: 'email', autoComplete: 'username', required: true },
  {
    name: 'password',
    label: 'Password',
    type: 'password',
    autoComplete: 'new-password',
    required: true,
    hint: 'At least 10 characters.',
  },
  {
    name: 'demo',
    label: 'Fill a demo class',
    tick: true,
    hint: '24 made-up students with real, graded attempts; it takes about a minute in the background.',
  },
];

export default async function SetupPage(): Promise<ReactElement> {
  if (!(await isSetupOpen(getDatabase()))) notFound();
  return (
    <Page width="narrow">
      <PageHeading title="Set up Interleave">
        Make the administrator’s account. This page closes for good afterwards.
      </PageHeading>
      <div className="grid gap-6">
        <Checks />
        <Card title="Administrator">
          <ActionForm action={setUp} fields={fields} submit="Set up and sign in" />
        </Card>
      </div>
    </Page>
  );
}
