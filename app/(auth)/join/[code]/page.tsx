import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactElement } from 'react';
import { LinkButton } from '#app/_components/ui/button.tsx';
import { EmptyState } from '#app/_components/ui/empty-state.tsx';
import { Page, PageHeading } from '#app/_components/ui/page.tsx';
import { SubmitButton } from '#app/_components/ui/submit-button.tsx';
import { env } from '#app/_config/env.ts';
import { getDatabase } from '#app/_data/database.ts';
import { findJoinPreview } from '#app/_data/join-links.ts';
import type { JoinPreview } from '#app/_data/join-links.ts';
import { providerButtons } from '#app/_data/providers.ts';
import { findSessionUser } from '#app/_data/session.ts';
import type { SessionUser } from '#app/_data/session.ts';
import { ProviderButtons } from '../../provider-buttons.tsx';
import { joinRefusals } from '../refusals.ts';
import { join, keepJoinCode } from './actions.ts';

export const metadata: Metadata = { title: 'Join a class', robots: { index: false } };

/** Shows what a link leads to. Looking never joins, so a preview in a chat uses nothing up. */
export default async function JoinPage({ params }: PageProps<'/join/[code]'>): Promise<ReactElement> {
  const { code } = await params;
  const user = await findSessionUser();
  const preview = await findJoinPreview(getDatabase(), { code, userId: user?.id ?? null, now: new Date() });
  if (preview === null) notFound();
  const { classroom, instructors } = preview;
  return (
    <Page width="narrow">
      <PageHeading title={`Join ${classroom.name}`}>
        {instructors.length === 0 ? null : `with ${new Intl.ListFormat('en').format(instructors)}`}
      </PageHeading>
      <Ways code={code} preview={preview} user={user} />
    </Page>
  );
}

type WaysProps = { code: string; preview: JoinPreview; user: SessionUser | null };

function Ways({ code, preview, user }: WaysProps): ReactElement {
  if (preview.isMember)
    return (
      <EmptyState
        title="You are in this class already"
        action={
          <LinkButton look="primary" href="/home">
            Go on
          </LinkButton>
        }
      />
    );
  if (preview.state !== 'open') return <EmptyState title={joinRefusals[preview.state]} />;
  return (
    <>
      <p className="mb-6">
        Your instructor will see what you submit, when you ran your code, and which tests failed. The code of
        a run stays yours.
      </p>
      {user === null ? <VisitorWays code={code} /> : <JoinForm code={code} email={user.email} />}
    </>
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
