// What of the catalogue is shown, from the query of its address.
import type { Catalogue, CatalogueItem } from '#app/_data/catalogue.ts';
import type { ExerciseCard, Level } from '#app/_data/exercises.ts';
import type { ProgressStatus } from '#app/_data/progress.ts';

export type Filters = {
  text: string;
  /** Id of a track. */
  track: string;
  topic: string;
  level: Level | '';
  status: ProgressStatus | '';
};

const STATUSES: readonly string[] = ['passed', 'some', 'failed', 'not-started'] satisfies ProgressStatus[];
const LEVELS: readonly string[] = ['introductory', 'intermediate', 'advanced'] satisfies Level[];

export function parseFilters(query: { [name: string]: string | string[] | undefined }): Filters {
  const [level, status] = [only(query['level']), only(query['status'])];
  return {
    text: only(query['q']).trim(),
    track: only(query['track']),
    topic: only(query['topic']),
    level: isLevel(level) ? level : '',
    status: isStatus(status) ? status : '',
  };
}

export function isFiltered(filters: Filters): boolean {
  return Object.values(filters).some((value) => value !== '');
}

/** The same catalogue with what the filters let through; tracks of which nothing is left are gone. */
export function filterCatalogue({ tracks, others }: Catalogue, filters: Filters): Catalogue {
  const chosen = filters.track === '' ? tracks : tracks.filter(({ id }) => id === filters.track);
  return {
    tracks: chosen
      .map((track) => ({ ...track, items: filterItems(track.items, filters, track.title) }))
      .filter(({ items }) => items.length > 0),
    others: filters.track === '' ? filterItems(others, filters) : [],
  };
}

/** @param around Words that count as the items' own, such as the title of their track. */
export function filterItems<Item extends CatalogueItem>(
  items: Item[],
  { text, topic, level, status }: Filters,
  around = '',
): Item[] {
  const words = text.toLowerCase().split(/\s+/);
  return items.filter((item) => {
    const haystack = [item.title, item.description, ...item.topics, around].join(' ').toLowerCase();
    return (
      words.every((word) => haystack.includes(word)) &&
      (topic === '' || item.topics.includes(topic)) &&
      (level === '' || item.level === level) &&
      (status === '' || (item.kind === 'exercise' && item.progress.status === status))
    );
  });
}

export function exercisesOf({ tracks, others }: Catalogue): ExerciseCard[] {
  const all = [...tracks.flatMap(({ items }) => items), ...others].filter((item) => item.kind === 'exercise');
  return [...new Map(all.map((item) => [item.id, item])).values()];
}

/** The first that is begun and not passed, else the first that is not begun; `null` when all are passed. */
export function nextExercise(cards: ExerciseCard[]): ExerciseCard | null {
  const open = cards.filter((card) => card.progress.status !== 'passed');
  return open.find((card) => card.progress.status !== 'not-started') ?? open[0] ?? null;
}

export function topicsOf({ tracks, others }: Catalogue): string[] {
  const topics = [...tracks.flatMap(({ items }) => items), ...others].flatMap((item) => item.topics);
  return [...new Set(topics)].toSorted((one, other) => one.localeCompare(other));
}

function only(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

function isStatus(value: string): value is ProgressStatus {
  return STATUSES.includes(value);
}

function isLevel(value: string): value is Level {
  return LEVELS.includes(value);
}
