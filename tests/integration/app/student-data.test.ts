import { findSolution, findStudentExercise, listExercises } from '#app/_data/exercises.ts';
import { listDrafts, saveDraft } from '#app/_data/drafts.ts';
import { listProgress } from '#app/_data/progress.ts';
import { findLatestAttemptId, getSubmissionContext, listSubmissions } from '#app/_data/attempts.ts';
import { makeTestDatabase, type TestDatabase } from '#tests/helpers/database.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

const now = new Date('2026-11-21T12:00:00Z');
const bundle = {
  id: 'waiting',
  title: 'Waiting',
  description: 'Wait for it.',
  level: 'introductory',
  durationMinutes: 10,
  topics: ['promises'],
  instructions: 'Wait.',
  hints: ['One.', 'Two.'],
  starter: { 'solution.js': '// js', 'solution.ts': '// ts' },
  solution: { 'solution.js': '// the answer' },
  scenarios: 'a secret',
  expectations: 'another',
  tests: [
    { name: 'waits', hidden: false },
    { name: 'a hidden name', hidden: true },
  ],
};

let made: TestDatabase;
let userId: string;
let otherId: string;

beforeAll(async () => {
  made = await makeTestDatabase();
  await made.database.exercise.create({ data: { id: 'waiting', order: 1 } });
  const version = await made.database.exerciseVersion.create({
    data: { exerciseId: 'waiting', contentHash: 'hash', title: 'Waiting', bundle },
  });
  await made.database.exercise.update({ where: { id: 'waiting' }, data: { currentVersionId: version.id } });
});
afterAll(async () => {
  await made.drop();
});
beforeEach(async () => {
  const make = async (name: string): Promise<string> =>
    (
      await made.database.user.create({
        data: { email: `${name}-${crypto.randomUUID()}@example.test`, name },
      })
    ).id;
  userId = await make('Robin');
  otherId = await make('Kim');
});

describe('saveDraft', () => {
  const first = { exerciseId: 'waiting', path: 'solution.js', source: 'one', revision: 0, now };

  test('keeps a first draft and raises the revision with each save', async () => {
    const { database } = made;
    expect(await saveDraft(database, { ...first, userId })).toEqual({
      kind: 'saved',
      revision: 1,
      savedAt: now.toISOString(),
    });
    await saveDraft(database, { ...first, userId, source: 'two', revision: 1 });
    expect(await listDrafts(database, userId, 'waiting')).toEqual({
      'solution.js': { source: 'two', revision: 2, savedAt: now.toISOString() },
    });
  });

  test('an older revision changes nothing and is told what is there', async () => {
    const { database } = made;
    await saveDraft(database, { ...first, userId });
    await saveDraft(database, { ...first, userId, source: 'two', revision: 1 });
    expect(await saveDraft(database, { ...first, userId, source: 'late', revision: 1 })).toEqual({
      kind: 'conflict',
      revision: 2,
      source: 'two',
    });
    expect((await listDrafts(database, userId, 'waiting'))['solution.js']?.source).toBe('two');
  });

  test('of ten first saves at once one wins, and nine are told its text', async () => {
    const { database } = made;
    const saves = await Promise.all(
      Array.from(
        { length: 10 },
        async (_, index) => await saveDraft(database, { ...first, userId, source: `${index}` }),
      ),
    );
    expect(saves.filter((save) => save.kind === 'saved')).toHaveLength(1);
    const [conflict] = saves.filter((save) => save.kind === 'conflict');
    const kept = (await listDrafts(database, userId, 'waiting'))['solution.js'];
    expect(conflict).toEqual({ kind: 'conflict', revision: 1, source: kept?.source });
  });

  test('the same text sent again after a lost answer is saved, not a conflict', async () => {
    const { database } = made;
    await saveDraft(database, { ...first, userId });
    expect(await saveDraft(database, { ...first, userId })).toMatchObject({ kind: 'saved', revision: 1 });
  });

  test('a draft belongs to its owner alone', async () => {
    const { database } = made;
    await saveDraft(database, { ...first, userId });
    expect(await listDrafts(database, otherId, 'waiting')).toEqual({});
  });

  test('a file that the exercise does not offer is refused, and so is an unknown exercise', async () => {
    const { database } = made;
    expect(await saveDraft(database, { ...first, userId, path: 'other.js' })).toEqual({
      kind: 'no-such-file',
    });
    expect(await saveDraft(database, { ...first, userId, exerciseId: 'none' })).toEqual({
      kind: 'no-such-file',
    });
  });
});

async function submit(outcome: 'passed' | 'failed', number: number, testsPassed: number): Promise<string> {
  const version = await made.database.exerciseVersion.findFirstOrThrow();
  const row = await made.database.submission.create({
    data: {
      userId,
      exerciseId: 'waiting',
      exerciseVersionId: version.id,
      number,
      files: {},
      codeHash: `${number}`,
      seed: 1,
      state: 'DONE',
      outcome,
      testsPassed,
      testsTotal: 2,
      createdAt: new Date(now.getTime() + number * 1000),
    },
  });
  return row.id;
}

describe('what a student may see of an exercise', () => {
  test('has the visible tests by name, the hidden ones as a number, and no secret', async () => {
    const exercise = await findStudentExercise(made.database, 'waiting');
    expect(exercise).toMatchObject({ visibleTests: ['waits'], hiddenTests: 1, hints: ['One.', 'Two.'] });
    const text = JSON.stringify(exercise);
    for (const secret of ['a hidden name', 'a secret', 'the answer', 'another'])
      expect(text).not.toContain(secret);
  });

  test('the solution is locked until a submission passed', async () => {
    expect(await findSolution(made.database, userId, 'waiting')).toBeNull();
    await submit('failed', 1, 1);
    expect(await findSolution(made.database, userId, 'waiting')).toBeNull();
    await submit('passed', 2, 2);
    expect(await findSolution(made.database, userId, 'waiting')).toEqual({ 'solution.js': '// the answer' });
    expect(await findSolution(made.database, otherId, 'waiting')).toBeNull();
  });
});

describe('progress', () => {
  test('a submission that still waits is no failure', async () => {
    const id = await submit('failed', 1, 0);
    const data = { state: 'QUEUED', outcome: null, testsPassed: null, testsTotal: null } as const;
    await made.database.submission.update({ where: { id }, data });
    expect(await listProgress(made.database, userId)).toMatchObject([{ status: 'not-started' }]);
  });

  test('goes from not started through some tests to passed, and keeps the best', async () => {
    const { database } = made;
    expect(await listProgress(database, userId)).toMatchObject([{ status: 'not-started', testsTotal: 2 }]);
    await submit('failed', 1, 1);
    expect(await listProgress(database, userId)).toMatchObject([{ status: 'some', testsPassed: 1 }]);
    await submit('passed', 2, 2);
    await submit('failed', 3, 0);
    expect(await listProgress(database, userId)).toMatchObject([
      { status: 'passed', testsPassed: 2, submissions: 3, firstPassAt: '2026-11-21T12:00:02.000Z' },
    ]);
    expect(await listProgress(database, otherId)).toMatchObject([{ status: 'not-started' }]);
    expect(await listExercises(database, userId)).toMatchObject([{ id: 'waiting', level: 'introductory' }]);
  });

  test('attempts are listed newest first, and the newest opens the workspace', async () => {
    const { database } = made;
    expect(await findLatestAttemptId(database, userId, 'waiting')).toBeNull();
    const first = await submit('failed', 1, 1);
    const second = await submit('passed', 2, 2);
    expect((await listSubmissions(database, userId, 'waiting')).map((entry) => entry.id)).toEqual([
      second,
      first,
    ]);
    expect(await findLatestAttemptId(database, userId, 'waiting')).toBe(second);
    expect(await getSubmissionContext(database, first)).toMatchObject({
      studentName: 'Robin',
      number: 1,
      siblings: [{ id: first }, { id: second }],
    });
  });
});
