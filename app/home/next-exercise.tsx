import type { ReactElement } from 'react';
import { LinkButton } from '#app/_components/ui/button.tsx';
import { EmptyState } from '#app/_components/ui/empty-state.tsx';
import type { ExerciseProgress } from '#app/_data/progress.ts';

/** The one thing to do next: go on with what was begun, else the first that is not passed. */
export function NextExercise({ progress }: { progress: ExerciseProgress[] }): ReactElement {
  if (progress.length === 0)
    return <EmptyState title="No exercises yet">They appear here once they are added.</EmptyState>;
  const next = findNext(progress);
  if (next === null)
    return (
      <div className="rounded-lg border border-hairline bg-raised p-5">
        <p className="text-base font-semibold">All exercises passed.</p>
        <p className="text-muted">Every attempt stays open for another look.</p>
      </div>
    );
  const isNew = next.status === 'not-started';
  return (
    <div className="flex flex-wrap items-center justify-between gap-4 rounded-lg border border-hairline bg-raised p-5">
      <div>
        <p className="text-muted">{isNew ? 'Next' : 'Go on with'}</p>
        <p className="text-lg font-semibold">{next.title}</p>
        <p className="text-muted">
          {isNew
            ? `${next.testsTotal} tests`
            : `${next.testsPassed} of ${next.testsTotal} tests pass${next.submissions === 0 ? ' · nothing submitted yet' : ''}`}
        </p>
      </div>
      <LinkButton look="primary" href={`/exercises/${next.exerciseId}`} className="min-h-9 px-4">
        {isNew ? 'Start' : 'Continue'}
      </LinkButton>
    </div>
  );
}

/** What was worked on last and is not passed; else the first not passed; null when all are. */
export function findNext(progress: ExerciseProgress[]): ExerciseProgress | null {
  const open = progress.filter(({ status }) => status !== 'passed');
  const begun = open
    .filter(({ lastAttemptAt }) => lastAttemptAt !== null)
    .toSorted((one, other) => (other.lastAttemptAt ?? '').localeCompare(one.lastAttemptAt ?? ''));
  return begun[0] ?? open[0] ?? null;
}
