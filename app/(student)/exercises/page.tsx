import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { FilterForm } from '#app/_components/catalogue/filter-form.tsx';
import {
  exercisesOf,
  filterCatalogue,
  isFiltered,
  nextExercise,
  parseFilters,
  topicsOf,
} from '#app/_components/catalogue/filters.ts';
import { ItemList } from '#app/_components/catalogue/item-list.tsx';
import { ProgressBar, progressOf, progressText, TrackMap } from '#app/_components/catalogue/track-map.tsx';
import { LinkButton } from '#app/_components/ui/button.tsx';
import { EmptyState } from '#app/_components/ui/empty-state.tsx';
import { Page, PageHeading } from '#app/_components/ui/page.tsx';
import type { Query } from '#app/_components/workspace/place.ts';
import { listCatalogue, type Catalogue, type CatalogueTrack } from '#app/_data/catalogue.ts';
import { getDatabase } from '#app/_data/database.ts';
import type { ExerciseCard } from '#app/_data/exercises.ts';
import { requireUser } from '#app/_data/session.ts';

export const metadata: Metadata = { title: 'Exercises' };

type ExercisesPageProps = { searchParams: Promise<Query> };

export default async function ExercisesPage({ searchParams }: ExercisesPageProps): Promise<ReactElement> {
  const user = await requireUser();
  const catalogue = await listCatalogue(getDatabase(), user.id);
  const filters = parseFilters(await searchParams);
  const shown = filterCatalogue(catalogue, filters);
  const exercises = exercisesOf(catalogue);
  return (
    <Page>
      <Heading exercises={exercises} />
      {catalogue.tracks.length > 0 && !isFiltered(filters) && <TrackMap tracks={catalogue.tracks} />}
      <FilterForm
        key={JSON.stringify(filters)}
        filters={filters}
        tracks={catalogue.tracks}
        topics={topicsOf(catalogue)}
      />
      {shown.tracks.length + shown.others.length === 0 ? (
        <NoExercises isCatalogueEmpty={!isFiltered(filters)} />
      ) : (
        <Listing shown={shown} all={catalogue.tracks} />
      )}
    </Page>
  );
}

function Heading({ exercises }: { exercises: ExerciseCard[] }): ReactElement {
  const passed = exercises.filter((card) => card.progress.status === 'passed').length;
  const next = nextExercise(exercises);
  return (
    <PageHeading
      title="Exercises"
      actions={
        <>
          <LinkButton href="/progress">My progress</LinkButton>
          {next && (
            <LinkButton look="primary" href={`/exercises/${next.id}`} className="whitespace-normal">
              {next.progress.status === 'not-started' ? 'Start' : 'Continue'}: {next.title}
            </LinkButton>
          )}
        </>
      }
    >
      <span className="flex flex-wrap items-center gap-x-3">
        <span>
          {passed} of {exercises.length} passed
        </span>
        {exercises.length > 0 && (
          <ProgressBar label="Exercises passed" passed={passed} exercises={exercises.length} />
        )}
      </span>
    </PageHeading>
  );
}

/** @param all The tracks as they are without filters: numbers and progress are theirs. */
function Listing({ shown, all }: { shown: Catalogue; all: CatalogueTrack[] }): ReactElement {
  return (
    <div className="grid gap-10">
      {shown.tracks.map((track) => {
        const index = all.findIndex(({ id }) => id === track.id);
        return <TrackSection key={track.id} track={track} number={index + 1} whole={all[index] ?? track} />;
      })}
      {shown.others.length > 0 && (
        <section aria-labelledby="others">
          <h2 id="others" className={all.length === 0 ? 'sr-only' : 'mb-3 text-lg font-semibold'}>
            {all.length === 0 ? 'All exercises' : 'More exercises'}
          </h2>
          <ItemList items={shown.others} />
        </section>
      )}
    </div>
  );
}

type TrackSectionProps = { track: CatalogueTrack; number: number; whole: CatalogueTrack };

function TrackSection({ track, number, whole }: TrackSectionProps): ReactElement {
  return (
    <section aria-labelledby={`track-${track.id}`}>
      <div className="mb-1 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={`track-${track.id}`} className="text-lg font-semibold">
          <Link href={`/tracks/${track.id}`} className="text-text no-underline hover:underline">
            <span className="text-muted tabular-nums">{number}</span> {track.title}
          </Link>
        </h2>
        <p className="text-muted tabular-nums">{progressText(progressOf(whole.items))}</p>
      </div>
      <p className="mb-3 max-w-[70ch] text-muted">{track.description}</p>
      <ItemList items={track.items} trackId={track.id} />
    </section>
  );
}

function NoExercises({ isCatalogueEmpty }: { isCatalogueEmpty: boolean }): ReactElement {
  if (isCatalogueEmpty) {
    return (
      <EmptyState title="No exercises yet">
        They come from the exercises folder of this installation.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Nothing matches"
      action={<LinkButton href="/exercises">Show all exercises</LinkButton>}
    >
      Try another word, or fewer filters.
    </EmptyState>
  );
}
