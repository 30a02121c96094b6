import { filterExercises, nextExercise, parseFilters, topicsOf } from '#app/_components/catalogue/filters.ts';
import type { ExerciseCard } from '#app/_data/exercises.ts';
import type { ProgressStatus } from '#app/_data/progress.ts';
import { expect, test } from 'vitest';

function card(id: string, topics: string[], status: ProgressStatus): ExerciseCard {
  return {
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
const ids = (found: ExerciseCard[]): string[] => found.map(({ id }) => id);

test('every word that is searched for must be found, in title, description or topics', () => {
  expect(ids(filterExercises(cards, parseFilters({ q: 'About PROMISES loop' })))).toEqual(['loop']);
});

test('topic and status narrow further', () => {
  expect(ids(filterExercises(cards, parseFilters({ topic: 'promises', status: 'some' })))).toEqual(['queue']);
});

test('an unknown status and a repeated word in the address are not an error', () => {
  expect(ids(filterExercises(cards, parseFilters({ status: 'x', q: ['race', 'loop'] })))).toEqual(['race']);
});

test('one goes on with what is begun, then with what is not begun, and is done when all have passed', () => {
  expect(nextExercise(cards)?.id).toBe('queue');
  expect(nextExercise(cards.slice(0, 2))?.id).toBe('loop');
  expect(nextExercise(cards.slice(0, 1))).toBeNull();
});

test('topics are listed once, in alphabetical order', () => {
  expect(topicsOf(cards)).toEqual(['promises', 'timers']);
});
