import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactElement } from 'react';
import { LinkButton } from '#app/_components/ui/button.tsx';
import { Page, PageHeading } from '#app/_components/ui/page.tsx';
import { SubmitButton } from '#app/_components/ui/submit-button.tsx';
import { env } from '#app/_config/env.ts';
import { getDatabase } from '#app/_data/database.ts';
import { findJoinPreview } from '#app/_data/join-links.ts';
import { providerButtons } from '#app/_data/providers.ts';
import { findSessionUser } from '#app/_data/session.ts';
import { ProviderButtons } from '../../provider-buttons.tsx';
import { joinRefusals } from '../refusals.ts';
import { join, keepJoinCode } from './actions.ts';

export const metadata: Metadata = { title: 'Join a class', robots: { index: false } };

/** Shows what a link leads to. Looking never joins, so a preview in a chat uses nothing up. */
export default async function JoinPage({ params, searchParams }: PageProps<'/join/[code]'>): Promise<ReactElement> {
  const { code } = await params;
  const preview = await findJoinPreview(getDatabase(), code, new Date());
  if (preview === null) notFound();
  const user = await findSessionUser();
  const { state, classroom, instructors } = preview;
  const said = (await searchParams)['refused'];
  return (
    <Page width="narrow">
      <PageHeading title={`Join ${classroom.name}`}>
        {instructors.length === 0 ? null : `with ${new Intl.ListFormat('en').format(instructors)}`}
      </PageHeading>
      {state === 'open' && said === undefined ? (
        <>
          <p className="mb-6">
            Your instructor will see what you submit, when you ran your code, and which tests failed. The code of a
            run stays yours.
          </p>
          {user === null ? <VisitorWays code={code} /> : <JoinForm code={code} email={user.email} />}
        </>
      ) : (
        <p className="text-base">{joinRefusals[state === 'open' ? 'full' : state]}</p>
      )}
    </Page>
  );
}

function JoinForm({ code, email }: { code: string; email: string }): ReactElement {
  return (
    <form action={join.bind(null, code)} className="grid gap-3">
      <SubmitButton look="primary" className="min-h-9">
        Join the class
      </SubmitButton>
      <p className="text-muted">You are signed in as {email}.</p>
    </form>
  );
}

function VisitorWays({ code }: { code: string }): ReactElement {
  const here = `/join/${code}`;
  return (
    <>
      <div className="grid gap-3">
        <LinkButton look="primary" href={`/register?join=${encodeURIComponent(code)}`} className="min-h-9">
          Create an account
        </LinkButton>
        <LinkButton href={`/login?next=${encodeURIComponent(here)}`} className="min-h-9">
          I have an account
        </LinkButton>
      </div>
      <ProviderButtons providers={providerButtons(env)} next={here} prepare={keepJoinCode.bind(null, code)} />
    </>
  );
}
