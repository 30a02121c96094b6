import Link from 'next/link';
import type { ReactElement } from 'react';
import type { CatalogueItem } from '#app/_data/catalogue.ts';
import { hrefOf } from '../content-link.tsx';
import { StatusBadge } from '../ui/status.tsx';

type ItemListProps = { items: CatalogueItem[]; trackId?: string };

/** Lessons and exercises in their order, as cards. */
export function ItemList({ items, trackId }: ItemListProps): ReactElement {
  return (
    <ol className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {items.map((item) => (
        <Card key={item.id} item={item} href={hrefOf(item, trackId)} />
      ))}
    </ol>
  );
}

/** What it is about, how long it takes, and how far one has come. */
function Card({ item, href }: { item: CatalogueItem; href: string }): ReactElement {
  return (
    <li className="relative flex flex-col gap-1.5 rounded-lg border border-hairline p-4 hover:border-line">
      <div className="flex items-baseline justify-between gap-x-3">
        <h3 className="text-base font-semibold">
          {/* The link covers the card. */}
          <Link href={href} className="text-text no-underline after:absolute after:inset-0 after:rounded-lg">
            {item.title}
          </Link>
        </h3>
        {item.kind === 'lesson' ? <LessonBadge /> : <StatusBadge status={item.progress.status} />}
      </div>
      <p className="flex-1 text-muted">{item.description}</p>
      <p className="flex flex-wrap gap-x-3 text-xs text-muted">
        <span>
          {item.durationMinutes} min · {item.level}
        </span>
        {item.kind === 'exercise' && item.progress.status !== 'not-started' && (
          <span>
            {item.progress.testsPassed}/{item.progress.testsTotal} tests
          </span>
        )}
        <span>{item.topics.join(', ')}</span>
      </p>
    </li>
  );
}

function LessonBadge(): ReactElement {
  return (
    <span className="whitespace-nowrap text-link">
      <svg
        width="14"
        height="14"
        viewBox="0 0 14 14"
        aria-hidden
        fill="none"
        stroke="currentColor"
        strokeWidth="1.25"
        strokeLinejoin="round"
        className="mr-1.5 inline-block shrink-0 align-[-0.125em]"
      >
        <path d="M7 3.5C5.5 2.5 3.5 2.25 1.5 2.5v8.5c2-.25 4 0 5.5 1 1.5-1 3.5-1.25 5.5-1V2.5c-2-.25-4 0-5.5 1zM7 3.5V12" />
      </svg>
      Lesson
    </span>
  );
}
