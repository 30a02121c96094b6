import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import type { ReactElement } from 'react';
import { nextExercise } from '#app/_components/catalogue/filters.ts';
import { ItemList } from '#app/_components/catalogue/item-list.tsx';
import { ProgressBar, progressOf, progressText } from '#app/_components/catalogue/track-map.tsx';
import { Markdown } from '#app/_components/markdown/markdown.tsx';
import { hrefOf } from '#app/_components/content-link.tsx';
import { Breadcrumb } from '#app/_components/ui/breadcrumb.tsx';
import { LinkButton } from '#app/_components/ui/button.tsx';
import { EmptyState } from '#app/_components/ui/empty-state.tsx';
import { Page, PageHeading } from '#app/_components/ui/page.tsx';
import { listCatalogue, type CatalogueItem, type CatalogueTrack } from '#app/_data/catalogue.ts';
import { getDatabase } from '#app/_data/database.ts';
import { requireUser } from '#app/_data/session.ts';
import { listTracks } from '#app/_data/tracks.ts';

type TrackPageProps = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: TrackPageProps): Promise<Metadata> {
  await requireUser();
  const { id } = await params;
  const tracks = await listTracks(getDatabase());
  return { title: tracks.find((track) => track.id === id)?.title ?? 'Track' };
}

/** A track: what it is about, and its lessons and exercises in the order that is recommended. */
export default async function TrackPage({ params }: TrackPageProps): Promise<ReactElement> {
  const user = await requireUser();
  const { id } = await params;
  const { tracks } = await listCatalogue(getDatabase(), user.id);
  const index = tracks.findIndex((track) => track.id === id);
  const track = tracks[index] ?? notFound();
  const progress = progressOf(track.items);
  return (
    <Page>
      <Breadcrumb trail={[{ href: '/exercises', label: 'Exercises' }]} />
      <PageHeading title={track.title} actions={<GoOn track={track} />}>
        <span className="flex flex-wrap items-center gap-x-3">
          <span>
            Track {index + 1} of {tracks.length} · {progressText(progress)}
          </span>
          {progress.exercises > 0 && <ProgressBar label="Exercises of this track passed" {...progress} />}
        </span>
      </PageHeading>
      <div className="mb-8 max-w-[70ch]">
        <Markdown source={track.introduction} />
      </div>
      <h2 className="sr-only">Lessons and exercises</h2>
      {track.items.length === 0 ? (
        <EmptyState title="Nothing here yet">
          The lessons and exercises of this track are not on offer at the moment.
        </EmptyState>
      ) : (
        <ItemList items={track.items} trackId={track.id} />
      )}
      <OtherTracks before={tracks[index - 1]} after={tracks[index + 1]} />
    </Page>
  );
}

/** Where a newcomer begins: at the very first page; others go on with the next exercise. */
function GoOn({ track }: { track: CatalogueTrack }): ReactElement | null {
  const exercises = track.items.filter((item) => item.kind === 'exercise');
  const isNew = exercises.every(({ progress }) => progress.status === 'not-started');
  const next: Pick<CatalogueItem, 'kind' | 'id' | 'title'> | null = isNew
    ? (track.items[0] ?? null)
    : withKind(nextExercise(exercises));
  if (next === null) return null;
  return (
    <LinkButton look="primary" href={hrefOf(next, track.id)} className="whitespace-normal">
      {isNew ? 'Start' : 'Continue'}: {next.title}
    </LinkButton>
  );
}

function withKind<Card extends object>(card: Card | null): (Card & { kind: 'exercise' }) | null {
  return card && { ...card, kind: 'exercise' };
}

type OtherTracksProps = { before: CatalogueTrack | undefined; after: CatalogueTrack | undefined };

function OtherTracks({ before, after }: OtherTracksProps): ReactElement {
  return (
    <nav aria-label="Other tracks" className="mt-10 flex flex-wrap justify-between gap-3">
      {before && (
        <Link href={`/tracks/${before.id}`} className="py-1">
          <span aria-hidden="true">◂ </span>
          {before.title}
        </Link>
      )}
      {after && (
        <Link href={`/tracks/${after.id}`} className="ml-auto py-1">
          {after.title}
          <span aria-hidden="true"> ▸</span>
        </Link>
      )}
    </nav>
  );
}
