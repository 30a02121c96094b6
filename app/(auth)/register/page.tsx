import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import type { ReactElement } from 'react';
import { ActionForm } from '#app/_components/ui/action-form.tsx';
import type { FieldSpec } from '#app/_components/ui/action-form.tsx';
import { EmptyState } from '#app/_components/ui/empty-state.tsx';
import { Page, PageHeading } from '#app/_components/ui/page.tsx';
import { getDatabase } from '#app/_data/database.ts';
import { findJoinPreview } from '#app/_data/join-links.ts';
import { findSessionUser } from '#app/_data/session.ts';
import { joinRefusals } from '../join/refusals.ts';
import { register } from './actions.ts';

export const metadata: Metadata = { title: 'Create an account' };

const fields: FieldSpec[] = [
  {
    name: 'name',
    label: 'Your name',
    autoComplete: 'name',
    required: true,
    hint: 'As your instructor knows you.',
  },
  {
    name: 'email',
    label: 'E-mail',
    type: 'email',
    autoComplete: 'username',
    required: true,
    spellCheck: false,
  },
  {
    name: 'password',
    label: 'Password',
    type: 'password',
    autoComplete: 'new-password',
    required: true,
    hint: 'At least 10 characters; a few words are easy to remember.',
  },
];

export default async function RegisterPage({ searchParams }: PageProps<'/register'>): Promise<ReactElement> {
  const { join } = await searchParams;
  const code = typeof join === 'string' ? join : '';
  if ((await findSessionUser()) !== null)
    redirect(code === '' ? '/home' : `/join/${encodeURIComponent(code)}`);
  const preview = await findJoinPreview(getDatabase(), { code, userId: null, now: new Date() });
  if (preview?.state !== 'open')
    return (
      <Page width="narrow">
        <EmptyState title="Accounts are made with a join link">
          {code === ''
            ? 'Open the link that your instructor gave you.'
            : joinRefusals[preview?.state ?? 'unknown']}
        </EmptyState>
      </Page>
    );
  return (
    <Page width="narrow">
      <PageHeading title="Create an account">to join {preview.classroom.name}</PageHeading>
      <ActionForm action={register.bind(null, code)} fields={fields} submit="Create account and join" />
      <p className="mt-6 text-muted">
        Have an account? <Link href={`/login?next=${encodeURIComponent(`/join/${code}`)}`}>Sign in</Link>
      </p>
    </Page>
  );
}
