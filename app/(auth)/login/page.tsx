import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { ReactElement } from 'react';
import { Notice } from '#app/_components/ui/notice.tsx';
import { Page, PageHeading } from '#app/_components/ui/page.tsx';
import { env } from '#app/_config/env.ts';
import { nextPath } from '#app/_config/next-path.ts';
import { getDatabase } from '#app/_data/database.ts';
import { providerButtons } from '#app/_data/providers.ts';
import { findSessionUser } from '#app/_data/session.ts';
import { isNobodyHere } from '#app/_data/setup.ts';
import { ProviderButtons } from '../provider-buttons.tsx';
import { SignInForm } from './sign-in-form.tsx';

export const metadata: Metadata = { title: 'Sign in' };

/** What next-auth or provider-sign-in.ts left in `?error=`. */
const errors: Record<string, string> = {
  'no-account':
    'Nobody here has this e-mail address. Open the join link from your instructor to make an account.',
  unverified: 'That sign-in did not confirm your e-mail address. Confirm it there, then try again.',
  disabled: 'This account is disabled. Ask your instructor or administrator.',
};

export default async function LoginPage({ searchParams }: PageProps<'/login'>): Promise<ReactElement> {
  const { next, error } = await searchParams;
  const target = nextPath(next);
  if ((await findSessionUser()) !== null) redirect(target);
  if (await isNobodyHere(getDatabase())) redirect('/setup');
  return (
    <Page width="narrow">
      <PageHeading title="Sign in" />
      {typeof error === 'string' ? (
        <div className="mb-4">
          <Notice kind="fail">{errors[error] ?? 'Signing in did not work. Try again.'}</Notice>
        </div>
      ) : null}
      <SignInForm next={target} />
      <ProviderButtons providers={providerButtons(env)} next={target} />
      <p className="mt-6 text-muted">
        No account yet? Open the join link of your class. Forgot your password? Ask your administrator for a
        new one.
      </p>
    </Page>
  );
}
