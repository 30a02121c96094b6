import Link from 'next/link';
import type { ReactElement } from 'react';
import type { RunEntry, SubmissionEntry } from '#app/_data/attempts.ts';
import { StatusBadge, type Status } from '../ui/status.tsx';
import { Time } from '../ui/time.tsx';

type AttemptListProps = { exerciseId: string; submissions: SubmissionEntry[]; runs: RunEntry[] };

/** What was handed in, and when code was tried. */
export function AttemptList({ exerciseId, submissions, runs }: AttemptListProps): ReactElement {
  return (
    <div className="grid gap-5 p-4">
      {submissions.length === 0 ? (
        <p className="text-muted">
          No submissions yet. Run is for you; Submit is what your instructor grades.
        </p>
      ) : (
        <ol className="divide-y divide-hairline border-y border-hairline">
          {submissions.map((submission) => (
            <SubmissionItem key={submission.id} exerciseId={exerciseId} submission={submission} />
          ))}
        </ol>
      )}
      {runs.length > 0 && (
        <section>
          <h3 className="mb-1 font-medium">Last runs</h3>
          <p className="mb-2 text-xs text-muted">
            Nobody else sees the code of a run. An instructor sees when you ran, and which tests failed.
          </p>
          <ol className="grid gap-1 text-xs text-muted">
            {runs.map((run) => (
              <li key={run.id} className="flex justify-between gap-3">
                <Time at={run.createdAt} />
                <span>
                  {run.testsPassed}/{run.testsTotal} tests
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

type SubmissionItemProps = { exerciseId: string; submission: SubmissionEntry };

function SubmissionItem({ exerciseId, submission }: SubmissionItemProps): ReactElement {
  const { id, number, testsPassed, testsTotal, createdAt } = submission;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <Link href={`/submissions/${id}`} className="font-medium">
        Submission {number}
      </Link>
      <StatusBadge status={statusOf(submission)}>{wordsFor(submission)}</StatusBadge>
      {testsTotal !== null && (
        <span className="text-xs text-muted">
          {testsPassed}/{testsTotal} tests
        </span>
      )}
      <span className="text-xs text-muted">
        <Time at={createdAt} />
      </span>
      <Link href={`/exercises/${exerciseId}?restore=${id}`} className="ml-auto text-xs" prefetch={false}>
        Restore
      </Link>
    </li>
  );
}

/** How a submission stands, as one of the marks that all pages share. */
export function statusOf({ state, outcome, testsPassed }: SubmissionEntry): Status {
  if (state === 'FAULT') return 'attention';
  if (state !== 'DONE') return 'waiting';
  if (outcome === 'passed') return 'passed';
  return testsPassed !== null && testsPassed > 0 ? 'some' : 'failed';
}

function wordsFor({ state, outcome }: SubmissionEntry): string {
  const waiting = {
    QUEUED: 'Waiting',
    GRADING: 'Being graded',
    CANCELLED: 'Cancelled',
    FAULT: 'Not counted: our fault',
  };
  if (state !== 'DONE') return waiting[state];
  return outcome === 'passed' ? 'Passed' : outcome === 'errored' ? 'Could not start' : 'Failed';
}
