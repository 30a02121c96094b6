import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactElement } from 'react';
import { AttemptList } from '#app/_components/results/attempt-list.tsx';
import { LinkButton } from '#app/_components/ui/button.tsx';
import { Page, PageHeading } from '#app/_components/ui/page.tsx';
import { listRuns, listSubmissions } from '#app/_data/attempts.ts';
import { getDatabase } from '#app/_data/database.ts';
import { findExerciseTitle } from '#app/_data/exercises.ts';
import { requireUser } from '#app/_data/session.ts';

export const metadata: Metadata = { title: 'My submissions' };

const RUNS_SHOWN = 50;

type SubmissionsPageProps = { params: Promise<{ slug: string }> };

export default async function SubmissionsPage({ params }: SubmissionsPageProps): Promise<ReactElement> {
  const user = await requireUser();
  const { slug } = await params;
  const database = getDatabase();
  const title = (await findExerciseTitle(database, slug)) ?? notFound();
  const [submissions, runs] = await Promise.all([
    listSubmissions(database, user.id, slug),
    listRuns(database, user.id, slug, RUNS_SHOWN),
  ]);
  return (
    <Page width="text">
      <PageHeading
        title={title}
        actions={
          <LinkButton href={`/exercises/${slug}`} look="primary">
            Open the exercise
          </LinkButton>
        }
      >
        Your submissions and runs
      </PageHeading>
      <AttemptList exerciseId={slug} submissions={submissions} runs={runs} />
    </Page>
  );
}
