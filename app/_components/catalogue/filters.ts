// Which exercises the catalogue shows, from the query of its address.
import type { ExerciseCard } from '#app/_data/exercises.ts';
import type { ProgressStatus } from '#app/_data/progress.ts';

export type Filters = { text: string; topic: string; status: ProgressStatus | '' };

const STATUSES: readonly string[] = ['passed', 'some', 'failed', 'not-started'] satisfies ProgressStatus[];

export function parseFilters(query: { [name: string]: string | string[] | undefined }): Filters {
  const status = only(query['status']);
  return {
    text: only(query['q']).trim(),
    topic: only(query['topic']),
    status: isStatus(status) ? status : '',
  };
}

export function filterExercises(cards: ExerciseCard[], { text, topic, status }: Filters): ExerciseCard[] {
  const words = text.toLowerCase().split(/\s+/);
  return cards.filter((card) => {
    const haystack = [card.title, card.description, ...card.topics].join(' ').toLowerCase();
    const isFound = words.every((word) => haystack.includes(word));
    return (
      isFound &&
      (topic === '' || card.topics.includes(topic)) &&
      (status === '' || card.progress.status === status)
    );
  });
}

/** The first that is begun and not passed, else the first that is not begun; `null` when all are passed. */
export function nextExercise(cards: ExerciseCard[]): ExerciseCard | null {
  const open = cards.filter((card) => card.progress.status !== 'passed');
  return open.find((card) => card.progress.status !== 'not-started') ?? open[0] ?? null;
}

export function topicsOf(cards: ExerciseCard[]): string[] {
  return [...new Set(cards.flatMap((card) => card.topics))].toSorted((one, other) =>
    one.localeCompare(other),
  );
}

function only(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

function isStatus(value: string): value is ProgressStatus {
  return STATUSES.includes(value);
}
