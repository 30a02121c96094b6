import { expect, test } from 'vitest';
import { arrange, cellName, makeMatrix, parseMatrixView } from '#app/_data/matrix.ts';
import type { AttemptCount } from '#app/_data/matrix.ts';

const students = [
  { id: 'bo', name: 'Student 10' },
  { id: 'al', name: 'Student 9' },
  { id: 'cy', name: 'Student 11' },
];
const exercises = [
  { id: 'first', title: 'First' },
  { id: 'second', title: 'Second' },
];
const count = (change: Partial<AttemptCount>): AttemptCount => ({
  userId: 'bo',
  exerciseId: 'first',
  runs: 2,
  submissions: 1,
  hasPassed: false,
  testsPassed: 3,
  testsTotal: 5,
  lastAttemptAt: new Date('2027-01-01T10:00:00Z'),
  ...change,
});
const matrix = makeMatrix(students, exercises, [
  count({ hasPassed: true, testsPassed: 5 }),
  count({ exerciseId: 'second' }),
  count({ userId: 'al', testsPassed: 0, submissions: 0, lastAttemptAt: new Date('2027-01-02T10:00:00Z') }),
]);

test('each student has one cell per exercise, in the order of the exercises', () => {
  expect(
    matrix.students.map(({ id, cells, passed }) => [id, cells.map(({ status }) => status), passed]),
  ).toEqual([
    ['bo', ['passed', 'some'], 1],
    ['al', ['failed', 'not-started'], 0],
    ['cy', ['not-started', 'not-started'], 0],
  ]);
});

test('the summary counts who passed and who is still at it', () => {
  expect(matrix.exercises).toEqual([
    { id: 'first', title: 'First', passed: 1, started: 1 },
    { id: 'second', title: 'Second', passed: 0, started: 1 },
  ]);
  expect(matrix.passedShare).toBeCloseTo(1 / 6);
});

test('an empty class is not divided by zero', () => {
  expect(makeMatrix([], exercises, []).passedShare).toBe(0);
});

test.each([
  ['name', 'all', ['al', 'bo', 'cy']],
  ['passed', 'all', ['bo', 'al', 'cy']],
  ['last', 'all', ['al', 'bo', 'cy']],
  ['name', 'not-started', ['cy']],
  ['passed', 'started', ['bo', 'al']],
] as const)('sorted by %s, %s shows %j', (sort, filter, ids) => {
  expect(arrange(matrix.students, { sort, filter }).map(({ id }) => id)).toEqual(ids);
});

test('a query that nobody offers is the usual view', () => {
  expect(parseMatrixView({ sort: 'evil', show: ['all', 'started'] })).toEqual({
    sort: 'name',
    filter: 'all',
  });
});

test('a cell says in words what its sign and number mean', () => {
  const [bo, al, cy] = matrix.students;
  expect(bo?.cells.map((cell) => cellName('Bo Chen', 'Parallel requests', cell))).toEqual([
    'Bo Chen, Parallel requests, passed, 3 attempts',
    'Bo Chen, Parallel requests, 3 of 5 tests, 3 attempts',
  ]);
  expect(al?.cells.slice(0, 1).map((cell) => cellName('Al', 'Race', cell))).toEqual([
    'Al, Race, 0 of 5 tests, 2 attempts, nothing submitted',
  ]);
  expect(cy?.cells.slice(0, 1).map((cell) => cellName('Cy', 'Race', cell))).toEqual([
    'Cy, Race, not started',
  ]);
});
