import Link from 'next/link';
import type { ReactElement } from 'react';
import type { ContentLink, Place } from '#app/_data/tracks.ts';
import { classNames } from './ui/class-names.ts';

/** @param trackId Kept in the address, so that the way goes on through this track. */
export function hrefOf({ kind, id }: Pick<ContentLink, 'kind' | 'id'>, trackId?: string): string {
  return `/${kind}s/${id}${trackId === undefined ? '' : `?track=${trackId}`}`;
}

type BeforeLinksProps = { links: ContentLink[]; className?: string };

/** What is good to have done before. It is advice: nothing is locked. */
export function BeforeLinks({ links, className }: BeforeLinksProps): ReactElement | null {
  if (links.length === 0) return null;
  return (
    <p className={classNames('text-muted', className)}>
      Good to have done before:{' '}
      {links.map((link, index) => (
        <span key={link.id}>
          {index === 0 ? '' : ', '}
          <Link href={hrefOf(link)}>{link.title}</Link>
        </span>
      ))}
      .
    </p>
  );
}

const kindWords = { lesson: 'Lesson', exercise: 'Exercise' } as const;

/** The way on and back, at the end of a page for reading. */
export function PlaceLinks({ place }: { place: Place }): ReactElement | null {
  const { previous, next } = place;
  if (previous === null && next === null) return null;
  return (
    <nav aria-label="Neighbours" className="mt-10 grid gap-3 border-t border-hairline pt-6 sm:grid-cols-2">
      {previous && <Neighbour link={previous} word="Previous" />}
      {next && <Neighbour link={next} word="Next" className="sm:col-start-2 sm:text-right" />}
    </nav>
  );
}

type NeighbourProps = { link: ContentLink; word: 'Previous' | 'Next'; className?: string };

function Neighbour({ link, word, className }: NeighbourProps): ReactElement {
  return (
    <Link
      href={hrefOf(link)}
      className={classNames(
        'block min-w-0 rounded-lg border border-hairline p-4 text-text no-underline hover:border-line',
        className,
      )}
    >
      <span className="block text-xs text-muted">
        {word === 'Previous' && <span aria-hidden="true">◂ </span>}
        {word} · {kindWords[link.kind]}
        {word === 'Next' && <span aria-hidden="true"> ▸</span>}
      </span>
      <span className="font-medium">{link.title}</span>
    </Link>
  );
}
