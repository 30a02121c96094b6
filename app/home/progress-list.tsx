import Link from 'next/link';
import type { ReactElement } from 'react';
import { StatusBadge } from '#app/_components/ui/status.tsx';
import type { ExerciseProgress } from '#app/_data/progress.ts';

/** All exercises in their order, each with where it stands. */
export function ProgressList({ progress }: { progress: ExerciseProgress[] }): ReactElement | null {
  if (progress.length === 0) return null;
  return (
    <ol className="divide-y divide-hairline rounded-lg border border-hairline">
      {progress.map(({ exerciseId, title, status, testsPassed, testsTotal }) => (
        <li
          key={exerciseId}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2.5"
        >
          <Link href={`/exercises/${exerciseId}`} className="font-medium">
            {title}
          </Link>
          <span className="flex items-baseline gap-3">
            {status === 'some' || status === 'failed' ? (
              <span className="text-muted">
                {testsPassed} of {testsTotal} tests
              </span>
            ) : null}
            <StatusBadge status={status} />
          </span>
        </li>
      ))}
    </ol>
  );
}
