import {
  exercisesOf,
  filterCatalogue,
  filterItems,
  isFiltered,
  nextExercise,
  parseFilters,
  topicsOf,
} from '#app/_components/catalogue/filters.ts';
import type { CatalogueItem } from '#app/_data/catalogue.ts';
import type { ProgressStatus } from '#app/_data/progress.ts';
import { expect, test } from 'vitest';

function card(id: string, topics: string[], status: ProgressStatus): CatalogueItem & { kind: 'exercise' } {
  return {
    kind: 'exercise',
    id,
    title: id,
    description: `about ${id}`,
    level: 'introductory',
    durationMinutes: 10,
    topics,
    progress: {
      exerciseId: id,
      title: id,
      status,
      testsPassed: 0,
      testsTotal: 1,
      runs: 0,
      submissions: 0,
      firstPassAt: null,
      lastAttemptAt: null,
    },
  };
}

const cards = [
  card('race', ['timers'], 'passed'),
  card('loop', ['promises'], 'not-started'),
  card('queue', ['promises'], 'some'),
];
const ids = (found: { id: string }[]): string[] => found.map(({ id }) => id);

test('every word that is searched for must be found, in title, description or topics', () => {
  expect(ids(filterItems(cards, parseFilters({ q: 'About PROMISES loop' })))).toEqual(['loop']);
});

test('topic and status narrow further', () => {
  expect(ids(filterItems(cards, parseFilters({ topic: 'promises', status: 'some' })))).toEqual(['queue']);
});

test('an unknown status and a repeated word in the address are not an error', () => {
  expect(ids(filterItems(cards, parseFilters({ status: 'x', q: ['race', 'loop'] })))).toEqual(['race']);
});

test('one goes on with what is begun, then with what is not begun, and is done when all have passed', () => {
  expect(nextExercise(cards)?.id).toBe('queue');
  expect(nextExercise(cards.slice(0, 2))?.id).toBe('loop');
  expect(nextExercise(cards.slice(0, 1))).toBeNull();
});

test('topics are listed once, in alphabetical order', () => {
  expect(topicsOf({ tracks: [], others: cards })).toEqual(['promises', 'timers']);
});

const lesson: CatalogueItem = {
  kind: 'lesson',
  id: 'what-is-a-promise',
  title: 'What is a promise?',
  description: 'A value that is not there yet.',
  level: 'advanced',
  durationMinutes: 5,
  topics: ['promises'],
};
const [race, loop, queue] = cards;
const catalogue = {
  tracks: [
    { id: 'first', title: 'Beginnings', description: '', introduction: '', items: [lesson, loop, race] },
    { id: 'second', title: 'Later', description: '', introduction: '', items: [race] },
  ].map((track) => ({ ...track, items: track.items.filter((item) => item !== undefined) })),
  others: [queue].filter((item) => item !== undefined),
};
const shown = (query: { [name: string]: string }): string[][] => {
  const { tracks, others } = filterCatalogue(catalogue, parseFilters(query));
  return [...tracks.map((track) => [track.id, ...ids(track.items)]), ids(others)];
};

test('without filters everything is shown, by track', () => {
  expect(isFiltered(parseFilters({ q: ' ', level: 'no such thing' }))).toBe(false);
  expect(shown({})).toEqual([['first', 'what-is-a-promise', 'loop', 'race'], ['second', 'race'], ['queue']]);
});

test('a track that holds nothing of what is looked for is left out', () => {
  expect(shown({ q: 'loop' })).toEqual([['first', 'loop'], []]);
  expect(shown({ level: 'advanced' })).toEqual([['first', 'what-is-a-promise'], []]);
  expect(shown({ track: 'second' })).toEqual([['second', 'race'], []]);
  expect(shown({ track: 'no-such-track' })).toEqual([[]]);
});

test('the title of a track finds what is in it', () => {
  expect(shown({ q: 'beginnings' })).toEqual([['first', 'what-is-a-promise', 'loop', 'race'], []]);
});

test('a lesson has no status: a filter for one leaves exercises only', () => {
  expect(shown({ status: 'not-started' })).toEqual([['first', 'loop'], []]);
});

test('an exercise of two tracks counts once', () => {
  expect(ids(exercisesOf(catalogue))).toEqual(['loop', 'race', 'queue']);
});
