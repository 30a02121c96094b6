import Link from 'next/link';
import type { ReactElement } from 'react';
import type { ExerciseCard } from '#app/_data/exercises.ts';
import { StatusBadge } from '../ui/status.tsx';

/** One exercise: what it is about, how long it takes, and how far one has come. */
export function Card({ card }: { card: ExerciseCard }): ReactElement {
  const { progress } = card;
  return (
    <li className="relative flex flex-col gap-2 rounded-lg border border-hairline p-4 hover:border-line">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 className="text-base font-semibold">
          {/* The link covers the card. */}
          <Link
            href={`/exercises/${card.id}`}
            className="text-text no-underline after:absolute after:inset-0 after:rounded-lg"
          >
            {card.title}
          </Link>
        </h2>
        <StatusBadge status={progress.status} />
      </div>
      <p className="flex-1 text-muted">{card.description}</p>
      <p className="flex flex-wrap gap-x-3 text-xs text-muted">
        <span>
          {card.durationMinutes} min · {card.level}
        </span>
        {progress.status !== 'not-started' && (
          <span>
            {progress.testsPassed}/{progress.testsTotal} tests
          </span>
        )}
        <span>{card.topics.join(', ')}</span>
      </p>
    </li>
  );
}
