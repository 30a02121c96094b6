import Link from 'next/link';
import type { ReactElement } from 'react';
import { StatusBadge } from '#app/_components/ui/status.tsx';
import type { Status } from '#app/_components/ui/status.tsx';
import { Time } from '#app/_components/ui/time.tsx';
import type { HistoryItem, HistoryRun, HistorySubmission } from '#app/_data/student-history.ts';

/** Attempts over time: submissions lead to their code; of a run there is only when, and which tests failed. */
export function HistoryList({ items }: { items: HistoryItem[] }): ReactElement {
  return (
    <ol className="divide-y divide-hairline rounded-lg border border-hairline">
      {items.map((item) => (
        <li key={item.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-2.5">
          <span className="w-40 shrink-0 text-muted tabular-nums">
            <Time at={item.at} />
          </span>
          {item.kind === 'run' ? <RunLine run={item} /> : <SubmissionLine submission={item} />}
        </li>
      ))}
    </ol>
  );
}

function RunLine({ run }: { run: HistoryRun }): ReactElement {
  return (
    <span className="min-w-0 flex-1 basis-64">
      <span className="text-muted">Run · </span>
      {runWords(run)}
    </span>
  );
}

function runWords({ outcome, testsPassed, testsTotal, failedTests }: HistoryRun): string {
  if (outcome === 'errored') return 'the code could not be loaded';
  if (failedTests.length === 0) return `all ${testsTotal} visible tests passed`;
  return `${testsPassed} of ${testsTotal} visible tests; failed: ${failedTests.join(' · ')}`;
}

function SubmissionLine({ submission }: { submission: HistorySubmission }): ReactElement {
  const { id, number, testsPassed, testsTotal } = submission;
  return (
    <span className="flex min-w-0 flex-1 basis-64 flex-wrap items-baseline justify-between gap-x-4">
      <Link href={`/submissions/${id}`} className="font-medium">
        Submission {number}
      </Link>
      <span className="flex items-baseline gap-3">
        {testsTotal === null || testsTotal === 0 ? null : (
          <span className="text-muted tabular-nums">
            {testsPassed} of {testsTotal} tests
          </span>
        )}
        <StatusBadge status={statusOf(submission)}>{words(submission)}</StatusBadge>
      </span>
    </span>
  );
}

function statusOf({ state, outcome, testsPassed }: HistorySubmission): Status {
  if (state === 'FAULT') return 'attention';
  if (state !== 'DONE') return 'waiting';
  if (outcome === 'passed') return 'passed';
  return (testsPassed ?? 0) > 0 ? 'some' : 'failed';
}

function words({ state, outcome }: HistorySubmission): string {
  if (state === 'FAULT') return 'Our fault, not counted';
  if (state !== 'DONE') return 'Being graded';
  if (outcome === 'passed') return 'Passed';
  return outcome === 'errored' ? 'Could not be loaded' : 'Not passed';
}
