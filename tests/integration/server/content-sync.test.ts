import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findStudentExercise, isOpenExercise } from '#app/_data/exercises.ts';
import { syncExercises } from '#server/content-sync.ts';
import { makeTestDatabase, type TestDatabase } from '#tests/helpers/database.ts';
import { ADDER, FIXTURE_EXERCISES } from '#tests/helpers/queue.ts';

const OPEN_EXERCISES = path.resolve(import.meta.dirname, '../../fixtures/open-exercises');

let db: TestDatabase;
let folder: string;

beforeEach(async () => {
  db = await makeTestDatabase();
  folder = await mkdtemp(path.join(os.tmpdir(), 'interleave-exercises-'));
  await cp(FIXTURE_EXERCISES, folder, { recursive: true });
});
afterEach(async () => {
  await db.drop();
  await rm(folder, { recursive: true });
});

const nothing = { added: [], updated: [], unchanged: [], retired: [], restored: [], broken: [] };

describe('the content sync', () => {
  test('stores each exercise whole, and the second time changes nothing', async () => {
    expect(await syncExercises(db.url, folder)).toEqual({ ...nothing, added: [ADDER] });
    expect(await syncExercises(db.url, folder)).toEqual({ ...nothing, unchanged: [ADDER] });
    const versions = await db.database.exerciseVersion.findMany();
    expect(versions).toMatchObject([{ exerciseId: ADDER, title: 'Adder', bundle: { id: ADDER } }]);
  });

  test('keeps the old version when an exercise changes, and finds it again when it changes back', async () => {
    await syncExercises(db.url, folder);
    const solution = path.join(folder, 'adder/solution/solution.js');
    await writeFile(
      solution,
      '// changed\nexport const add = async (a, b, f) => (await Promise.all([f(a), f(b)]))[0];\n',
    );
    expect(await syncExercises(db.url, folder)).toEqual({ ...nothing, updated: [ADDER] });
    await cp(path.join(FIXTURE_EXERCISES, 'adder'), path.join(folder, 'adder'), { recursive: true });
    expect(await syncExercises(db.url, folder)).toEqual({ ...nothing, updated: [ADDER] });
    expect(await db.database.exerciseVersion.count()).toBe(2);
  });

  test('retires what is gone and restores what returns', async () => {
    await syncExercises(db.url, folder);
    await rm(path.join(folder, 'adder'), { recursive: true });
    expect(await syncExercises(db.url, folder)).toEqual({ ...nothing, retired: [ADDER] });
    await cp(path.join(FIXTURE_EXERCISES, 'adder'), path.join(folder, 'adder'), { recursive: true });
    expect(await syncExercises(db.url, folder)).toEqual({ ...nothing, restored: [ADDER] });
  });

  test('reports a broken exercise, stores the others, and leaves the broken one as it was', async () => {
    await cp(path.join(folder, 'adder'), path.join(folder, 'broken'), { recursive: true });
    await writeFile(path.join(folder, 'broken/exercise.md'), '---\nid: broken\n---\n');
    const report = await syncExercises(db.url, folder);
    expect(report).toMatchObject({ added: [ADDER], retired: [], broken: [{ exercise: 'broken' }] });
    expect(report.broken[0]?.message).toMatch(/exercise\.md.*title/);
    await writeFile(path.join(folder, 'adder/exercise.md'), '---\nid: adder\n---\n');
    expect(await syncExercises(db.url, folder)).toMatchObject({ retired: [], updated: [] });
    const adder = await db.database.exercise.findUniqueOrThrow({ where: { id: ADDER } });
    expect(adder.retiredAt).toBeNull();
  });

  test('stores the spec of an open exercise with it', async () => {
    await cp(OPEN_EXERCISES, folder, { recursive: true });
    expect(await syncExercises(db.url, folder)).toMatchObject({ added: [ADDER, 'ticker'], broken: [] });
    const ticker = await db.database.exerciseVersion.findFirstOrThrow({ where: { exerciseId: 'ticker' } });
    expect(ticker.bundle).toMatchObject({
      spec: { files: { 'ticker.spec.ts': expect.any(String), 'seconds.ts': expect.any(String) } },
      source: { name: 'The Clock Makers' },
    });
    expect(await isOpenExercise(db.database, 'ticker')).toBe(true);
    expect(await isOpenExercise(db.database, ADDER)).toBe(false);
    expect(await findStudentExercise(db.database, 'ticker')).toMatchObject({
      isOpen: true,
      source: { license: 'MIT', authors: ['robin'] },
    });
    expect(await findStudentExercise(db.database, ADDER)).toMatchObject({ isOpen: false, source: null });
  });

  test('may run twice at once', async () => {
    const reports = await Promise.all([syncExercises(db.url, folder), syncExercises(db.url, folder)]);
    expect(reports.flatMap(({ added }) => added)).toEqual([ADDER]);
    expect(await db.database.exerciseVersion.count()).toBe(1);
  });
});
