import { redirect } from 'next/navigation';
import type { ReactElement } from 'react';
import { LinkButton } from './_components/ui/button.tsx';
import { Page } from './_components/ui/page.tsx';
import { findSessionUser } from './_data/session.ts';

export default async function LandingPage(): Promise<ReactElement> {
  if ((await findSessionUser()) !== null) redirect('/home');
  return (
    <Page width="text">
      <h1 className="text-3xl font-semibold tracking-tight text-balance">
        Asynchronous JavaScript, graded to the millisecond
      </h1>
      <p className="mt-3 text-base text-muted">
        Solve an exercise in the browser. Interleave runs it under a virtual clock, records every call and
        timer, and shows where yours and the expected order part.
      </p>
      <p className="mt-6">
        <LinkButton look="primary" href="/login">
          Sign in
        </LinkButton>
      </p>
    </Page>
  );
}
