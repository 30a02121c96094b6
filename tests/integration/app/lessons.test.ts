// What pages read of lessons and tracks: what is on offer, in its order, and nothing that was retired.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listCatalogue } from '#app/_data/catalogue.ts';
import { findStudentExercise } from '#app/_data/exercises.ts';
import { findLesson, findLessonTitle, listLessons } from '#app/_data/lessons.ts';
import { findPlace, listTracks } from '#app/_data/tracks.ts';
import { makeTestDatabase, type TestDatabase } from '#tests/helpers/database.ts';
import { makePerson } from '#tests/helpers/queue.ts';

let made: TestDatabase;

const learning = {
  description: 'What it is about.',
  level: 'introductory',
  durationMinutes: 5,
  topics: ['promises'],
  prerequisites: ['waiting', 'gone'],
};
const lesson = (id: string) => ({
  ...learning,
  id,
  title: `Lesson ${id}`,
  blocks: [{ kind: 'text', markdown: 'It took 300 ms.' }],
});

async function offerLesson(id: string, order: number, retiredAt: Date | null = null): Promise<void> {
  const { database } = made;
  await database.lesson.create({ data: { id, order, retiredAt } });
  const bundle = lesson(id);
  const version = await database.lessonVersion.create({
    data: { lessonId: id, contentHash: 'hash', title: bundle.title, bundle },
  });
  await database.lesson.update({ where: { id }, data: { currentVersionId: version.id } });
}

async function offerTrack(id: string, order: number, items: string[]): Promise<void> {
  const { database } = made;
  await database.track.create({ data: { id, order } });
  const bundle = { id, title: `Track ${id}`, description: 'Why.', introduction: 'Begin here.', items, order };
  const version = await database.trackVersion.create({
    data: { trackId: id, contentHash: 'hash', title: bundle.title, bundle },
  });
  await database.track.update({ where: { id }, data: { currentVersionId: version.id } });
}

async function offerExercise(id: string, order: number): Promise<void> {
  const { database } = made;
  const bundle = {
    ...learning,
    id,
    title: `Exercise ${id}`,
    instructions: '',
    hints: [],
    starter: {},
    tests: [],
  };
  await database.exercise.create({ data: { id, order } });
  const version = await database.exerciseVersion.create({
    data: { exerciseId: id, contentHash: 'hash', title: bundle.title, bundle },
  });
  await database.exercise.update({ where: { id }, data: { currentVersionId: version.id } });
}

beforeAll(async () => {
  made = await makeTestDatabase();
  await offerLesson('reading', 110);
  await offerLesson('retired', 120, new Date());
  await offerLesson('alone', 900);
  await offerExercise('waiting', 130);
  await offerTrack('second', 2, ['waiting']);
  await offerTrack('first', 1, ['reading', 'retired', 'waiting']);
});
afterAll(async () => {
  await made.drop();
});

test('the catalogue is ordered by tracks; what was retired is left out, what is in no track comes last', async () => {
  const { tracks, others } = await listCatalogue(made.database, await makePerson(made.database));
  expect(
    tracks.map(({ id, introduction, items }) => [id, introduction, items.map((item) => item.id)]),
  ).toEqual([
    ['first', 'Begin here.', ['reading', 'waiting']],
    ['second', 'Begin here.', ['waiting']],
  ]);
  expect(tracks[0]?.items).toMatchObject([
    { kind: 'lesson', title: 'Lesson reading', durationMinutes: 5 },
    { kind: 'exercise', progress: { status: 'not-started' } },
  ]);
  expect(others).toMatchObject([{ kind: 'lesson', id: 'alone' }]);
  expect((await listTracks(made.database)).map(({ id }) => id)).toEqual(['first', 'second']);
  expect((await listLessons(made.database)).map(({ id }) => id)).toEqual(['reading', 'alone']);
});

test('a lesson has its text, and of what comes before it, what is on offer', async () => {
  expect(await findLesson(made.database, 'reading')).toEqual({
    ...lesson('reading'),
    prerequisites: [{ kind: 'exercise', id: 'waiting', title: 'Exercise waiting' }],
  });
  expect(await findLessonTitle(made.database, 'reading')).toBe('Lesson reading');
});

test.each(['retired', 'waiting', 'nothing'])('"%s" is no lesson that could be read', async (id) => {
  expect(await findLesson(made.database, id)).toBeNull();
  expect(await findLessonTitle(made.database, id)).toBeNull();
});

test('lessons and exercises lead to one another', async () => {
  expect(await findPlace(made.database, 'reading')).toEqual({
    track: { id: 'first', title: 'Track first' },
    previous: null,
    next: { kind: 'exercise', id: 'waiting', title: 'Exercise waiting' },
  });
  const exercise = await findStudentExercise(made.database, 'waiting', 'second');
  expect(exercise?.place).toMatchObject({ track: { id: 'second' }, next: { kind: 'lesson', id: 'alone' } });
});
