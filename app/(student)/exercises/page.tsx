import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { Card } from '#app/_components/catalogue/exercise-card.tsx';
import { FilterForm } from '#app/_components/catalogue/filter-form.tsx';
import { filterExercises, nextExercise, parseFilters, topicsOf } from '#app/_components/catalogue/filters.ts';
import { LinkButton } from '#app/_components/ui/button.tsx';
import { EmptyState } from '#app/_components/ui/empty-state.tsx';
import { Page, PageHeading } from '#app/_components/ui/page.tsx';
import type { Query } from '#app/_components/workspace/place.ts';
import { getDatabase } from '#app/_data/database.ts';
import { listExercises } from '#app/_data/exercises.ts';
import { requireUser } from '#app/_data/session.ts';

export const metadata: Metadata = { title: 'Exercises' };

type ExercisesPageProps = { searchParams: Promise<Query> };

export default async function ExercisesPage({ searchParams }: ExercisesPageProps): Promise<ReactElement> {
  const user = await requireUser();
  const cards = await listExercises(getDatabase(), user.id);
  const filters = parseFilters(await searchParams);
  const shown = filterExercises(cards, filters);
  const next = nextExercise(cards);
  const passed = cards.filter((card) => card.progress.status === 'passed').length;
  return (
    <Page>
      <PageHeading
        title="Exercises"
        actions={
          <>
            <LinkButton href="/progress">My progress</LinkButton>
            {next && (
              <LinkButton look="primary" href={`/exercises/${next.id}`}>
                {next.progress.status === 'not-started' ? 'Start' : 'Continue'}: {next.title}
              </LinkButton>
            )}
          </>
        }
      >
        {passed} of {cards.length} passed
      </PageHeading>
      <FilterForm key={JSON.stringify(filters)} filters={filters} topics={topicsOf(cards)} />
      {shown.length === 0 ? (
        <NoExercises isCatalogueEmpty={cards.length === 0} />
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {shown.map((card) => (
            <Card key={card.id} card={card} />
          ))}
        </ul>
      )}
    </Page>
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
