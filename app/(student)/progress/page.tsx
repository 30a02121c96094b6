import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { LinkButton } from '#app/_components/ui/button.tsx';
import { EmptyState } from '#app/_components/ui/empty-state.tsx';
import { Page, PageHeading } from '#app/_components/ui/page.tsx';
import { StatusBadge } from '#app/_components/ui/status.tsx';
import { Time } from '#app/_components/ui/time.tsx';
import { getDatabase } from '#app/_data/database.ts';
import { listProgress, type ExerciseProgress } from '#app/_data/progress.ts';
import { requireUser } from '#app/_data/session.ts';

export const metadata: Metadata = { title: 'My progress' };

export default async function ProgressPage(): Promise<ReactElement> {
  const user = await requireUser();
  const entries = await listProgress(getDatabase(), user.id);
  const passed = entries.filter((entry) => entry.status === 'passed').length;
  return (
    <Page>
      <PageHeading title="My progress" actions={<LinkButton href="/exercises">Exercises</LinkButton>}>
        {passed} of {entries.length} exercises passed
      </PageHeading>
      {entries.length === 0 ? (
        <EmptyState title="No exercises yet">
          They come from the exercises folder of this installation.
        </EmptyState>
      ) : (
        <ProgressTable entries={entries} />
      )}
    </Page>
  );
}

function ProgressTable({ entries }: { entries: ExerciseProgress[] }): ReactElement {
  return (
    <div className="overflow-x-auto" role="region" aria-label="Progress by exercise" tabIndex={0}>
      <table className="w-full min-w-2xl text-left [&_td]:border-t [&_td]:border-hairline [&_td]:py-2 [&_td]:pr-4 [&_th]:py-2 [&_th]:pr-4 [&_th]:font-medium [&_th]:text-muted">
        <thead>
          <tr>
            <th scope="col">Exercise</th>
            <th scope="col">Best verdict</th>
            <th scope="col">Tests</th>
            <th scope="col">Runs</th>
            <th scope="col">Submissions</th>
            <th scope="col">Attempts</th>
            <th scope="col">First passed</th>
          </tr>
        </thead>
        <tbody className="tabular-nums">
          {entries.map((entry) => (
            <tr key={entry.exerciseId}>
              <td>
                <Link href={`/exercises/${entry.exerciseId}`}>{entry.title}</Link>
              </td>
              <td>
                <StatusBadge status={entry.status} />
              </td>
              <td>{entry.status === 'not-started' ? '–' : `${entry.testsPassed}/${entry.testsTotal}`}</td>
              <td>{entry.runs}</td>
              <td>
                {entry.submissions === 0 ? (
                  0
                ) : (
                  <Link href={`/exercises/${entry.exerciseId}/submissions`}>{entry.submissions}</Link>
                )}
              </td>
              <td>{entry.runs + entry.submissions}</td>
              <td>{entry.firstPassAt === null ? '–' : <Time at={new Date(entry.firstPassAt)} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
