import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import type { ReactElement } from 'react';
import { tokenize } from '#app/_components/editor/code-tokens.ts';
import { statusOf } from '#app/_components/results/attempt-list.tsx';
import { Review } from '#app/_components/results/review.tsx';
import { LinkButton } from '#app/_components/ui/button.tsx';
import { StatusGlyph, statusWord } from '#app/_components/ui/status.tsx';
import { Time } from '#app/_components/ui/time.tsx';
import { parsePlace, type Query } from '#app/_components/workspace/place.ts';
import { getSubmissionContext, type SubmissionContext } from '#app/_data/attempts.ts';
import { getDatabase } from '#app/_data/database.ts';
import { requireUser } from '#app/_data/session.ts';
import { findAttemptView } from '#app/_grading/find-attempt.ts';

export const metadata: Metadata = { title: 'Submission' };

type SubmissionPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

/** One submission, for its owner and for those who may see it whole; for everybody else there is none. */
export default async function SubmissionPage({
  params,
  searchParams,
}: SubmissionPageProps): Promise<ReactElement> {
  const user = await requireUser();
  const { id } = await params;
  const database = getDatabase();
  const attempt = await findAttemptView(database, user.id, id);
  if (attempt === null || attempt.kind !== 'submission') notFound();
  const context = await getSubmissionContext(database, id);
  const [path = 'solution.js', source = ''] = Object.entries(attempt.files ?? {})[0] ?? [];
  const isOwn = context.studentId === user.id;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-hairline px-4 py-2">
        <h1 className="font-semibold">
          {isOwn ? '' : `${context.studentName} · `}
          {context.exerciseTitle} · Submission {context.number}
        </h1>
        <p className="text-muted">
          <Time at={new Date(attempt.createdAt)} />
        </p>
        <Siblings id={id} context={context} />
        {isOwn && (
          <LinkButton
            href={`/exercises/${context.exerciseId}?restore=${id}`}
            prefetch={false}
            className="ml-auto"
          >
            Restore into the editor
          </LinkButton>
        )}
      </div>
      <Review
        key={id}
        attempt={attempt}
        path={path}
        lines={tokenize(source, path)}
        place={parsePlace(await searchParams)}
      />
    </div>
  );
}

/** The other submissions of this student to this exercise. */
function Siblings({ id, context }: { id: string; context: SubmissionContext }): ReactElement {
  return (
    <nav aria-label="Submissions" className="flex flex-wrap gap-1">
      {context.siblings.map((sibling) => (
        <Link
          key={sibling.id}
          href={`/submissions/${sibling.id}`}
          aria-current={sibling.id === id ? 'page' : undefined}
          aria-label={`Submission ${sibling.number}, ${statusWord(statusOf(sibling))}`}
          className="inline-flex min-h-6 items-center gap-1 rounded-md border border-hairline px-2 text-xs text-text no-underline aria-[current]:border-link aria-[current]:font-semibold"
        >
          <StatusGlyph status={statusOf(sibling)} />#{sibling.number}
        </Link>
      ))}
    </nav>
  );
}
