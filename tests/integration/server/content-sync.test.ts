import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findStudentExercise, isOpenExercise } from '#app/_data/exercises.ts';
import { syncContent } from '#server/content-sync.ts';
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
    expect(await syncContent(db.url, [folder])).toEqual({ ...nothing, added: [ADDER] });
    expect(await syncContent(db.url, [folder])).toEqual({ ...nothing, unchanged: [ADDER] });
    const versions = await db.database.exerciseVersion.findMany();
    expect(versions).toMatchObject([{ exerciseId: ADDER, title: 'Adder', bundle: { id: ADDER } }]);
  });

  test('keeps the old version when an exercise changes, and finds it again when it changes back', async () => {
    await syncContent(db.url, [folder]);
    const solution = path.join(folder, 'adder/solution/solution.js');
    await writeFile(
      solution,
      '// changed\nexport const add = async (a, b, f) => (await Promise.all([f(a), f(b)]))[0];\n',
    );
    expect(await syncContent(db.url, [folder])).toEqual({ ...nothing, updated: [ADDER] });
    await cp(path.join(FIXTURE_EXERCISES, 'adder'), path.join(folder, 'adder'), { recursive: true });
    expect(await syncContent(db.url, [folder])).toEqual({ ...nothing, updated: [ADDER] });
    expect(await db.database.exerciseVersion.count()).toBe(2);
  });

  test('retires what is gone and restores what returns', async () => {
    await syncContent(db.url, [folder]);
    await rm(path.join(folder, 'adder'), { recursive: true });
    expect(await syncContent(db.url, [folder])).toEqual({ ...nothing, retired: [ADDER] });
    await cp(path.join(FIXTURE_EXERCISES, 'adder'), path.join(folder, 'adder'), { recursive: true });
    expect(await syncContent(db.url, [folder])).toEqual({ ...nothing, restored: [ADDER] });
  });

  test('reports a broken exercise, stores the others, and leaves the broken one as it was', async () => {
    await cp(path.join(folder, 'adder'), path.join(folder, 'broken'), { recursive: true });
    await writeFile(path.join(folder, 'broken/exercise.md'), '---\nid: broken\n---\n');
    const report = await syncContent(db.url, [folder]);
    expect(report).toMatchObject({
      added: [ADDER],
      retired: [],
      broken: [{ kind: 'exercise', id: 'broken' }],
    });
    expect(report.broken[0]?.problems.join()).toMatch(/exercise\.md.*title/);
    await writeFile(path.join(folder, 'adder/exercise.md'), '---\nid: adder\n---\n');
    expect(await syncContent(db.url, [folder])).toMatchObject({ retired: [], updated: [] });
    const adder = await db.database.exercise.findUniqueOrThrow({ where: { id: ADDER } });
    expect(adder.retiredAt).toBeNull();
  });

  const exercise = (file: string): string => path.join(folder, 'broken', file);
  const fieldOf = async (field: string, value: string): Promise<void> => {
    const text = await readFile(exercise('exercise.md'), 'utf8');
    await writeFile(
      exercise('exercise.md'),
      text.replace(new RegExp(`^${field}: .*$`, 'm'), `${field}: ${value}`),
    );
  };
  const replaceByFolder = async (file: string): Promise<void> => {
    await rm(exercise(file), { recursive: true });
    await mkdir(exercise(file));
  };

  test.each<[string, () => Promise<unknown>, RegExp]>([
    ['an alias without its anchor', async () => await fieldOf('title', '*Two'), /exercise\.md.*Two/],
    ['a number that no column holds', async () => await fieldOf('order', '3000000000'), /"order"/],
    ['a control character', async () => await fieldOf('title', '"Two\\0kettles"'), /"title".*control/],
    ['a folder where a file should be', async () => await replaceByFolder('hints.md'), /hints|EISDIR/],
    ['a file where a folder should be', async () => await replaceByFolder('solution/solution.js'), /EISDIR/],
    [
      'a link out of its folder',
      async () => {
        await rm(exercise('starter/solution.js'));
        await symlink('/etc/hostname', exercise('starter/solution.js'));
      },
      /starter\/solution\.js.*leads out/,
    ],
  ])('refuses %s in words, and takes the others', async (_, spoil, problem) => {
    await cp(path.join(folder, 'adder'), path.join(folder, 'broken'), { recursive: true });
    await fieldOf('id', 'broken');
    expect(await syncContent(db.url, [folder])).toMatchObject({ added: [ADDER, 'broken'], broken: [] });
    await spoil();
    const report = await syncContent(db.url, [folder]);
    expect(report).toMatchObject({ unchanged: [ADDER], retired: [], broken: [{ id: 'broken' }] });
    expect(report.broken[0]?.problems.join('; ')).toMatch(problem);
  });

  test('is not stopped by what editors keep beside a mistake', async () => {
    await symlink('nobody@nowhere.1', path.join(folder, 'adder/mistakes/.#one.js'));
    expect(await syncContent(db.url, [folder])).toMatchObject({ added: [ADDER], broken: [] });
  });

  test('does not take an empty further folder for content that is gone', async () => {
    const empty = await mkdtemp(path.join(os.tmpdir(), 'interleave-empty-'));
    await expect(syncContent(db.url, [folder, empty])).rejects.toThrow(/holds no exercise/);
    await rm(empty, { recursive: true });
  });

  test('stores the spec of an open exercise with it', async () => {
    await cp(OPEN_EXERCISES, folder, { recursive: true });
    expect(await syncContent(db.url, [folder])).toMatchObject({ added: [ADDER, 'ticker'], broken: [] });
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

  const lesson = (text: string): string => `---
id: first-lesson
language: javascript
title: First lesson
description: How two calls take the time of one.
level: introductory
duration: 5
order: 110
prerequisites: [adder]
topics: [promises]
simulate:
  fetchNumber: { ms: 100, value: 1 }
---

${text} {{both.took}}.

\`\`\`js run=both
await Promise.all([fetchNumber(), fetchNumber()]);
\`\`\`

Do [Adder](/exercises/adder).
`;
  const track = (items: string): string => `---
id: first-track
title: First track
description: Where to begin.
order: 1
items: ${items}
---

Begin here.
`;

  async function writeContent(file: string, text: string): Promise<void> {
    await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }

  test('stores lessons with their numbers and recordings, and tracks', async () => {
    await writeContent('first-lesson/lesson.md', lesson('Both took'));
    await writeContent('first-track/track.md', track('[first-lesson, adder]'));
    const added = [ADDER, 'first-lesson', 'first-track'];
    expect(await syncContent(db.url, [folder])).toEqual({ ...nothing, added });
    expect(await syncContent(db.url, [folder])).toEqual({ ...nothing, unchanged: added });
    const { bundle } = await db.database.lessonVersion.findFirstOrThrow();
    expect(bundle).toMatchObject({
      blocks: [
        { kind: 'text', markdown: 'Both took 100 ms.' },
        { kind: 'snippet', name: 'both', recording: { maximumInFlight: 2 } },
        { kind: 'text' },
      ],
    });
    await writeContent('first-lesson/lesson.md', lesson('Together they took'));
    expect(await syncContent(db.url, [folder])).toMatchObject({ updated: ['first-lesson'] });
    await rm(path.join(folder, 'first-track'), { recursive: true });
    expect(await syncContent(db.url, [folder])).toMatchObject({ retired: ['first-track'] });
  });

  test('refuses what names nothing, and keeps what names something that is broken', async () => {
    await writeContent('first-lesson/lesson.md', lesson('It took 3 s, not'));
    await writeContent('first-track/track.md', track('[first-lesson, adder]'));
    await writeContent('second-track/track.md', track('[gone]'));
    const { added, broken } = await syncContent(db.url, [folder]);
    expect(added).toEqual([ADDER, 'first-track']);
    expect(broken.map(({ id, problems }) => [id, problems])).toEqual([
      [
        'first-lesson',
        ['lesson.md: line 15: "3 s" is typed in; take it from a run, as in {{<snippet>.took}}'],
      ],
      ['second-track', ['track.md: line 6: field "items": "gone" names no lesson and no exercise']],
    ]);
  });

  test('takes further folders, and refuses an id that is there already', async () => {
    const further = await mkdtemp(path.join(os.tmpdir(), 'interleave-further-'));
    try {
      await cp(path.join(folder, 'adder'), path.join(further, 'adder'), { recursive: true });
      await mkdir(path.join(further, 'first-track'));
      await writeFile(path.join(further, 'first-track/track.md'), track('[adder]'));
      const { added, broken } = await syncContent(db.url, [folder, further]);
      expect(added).toEqual([ADDER, 'first-track']);
      expect(broken.map(({ problems }) => problems)).toEqual([
        [`the id "adder" of ${further}/adder is that of ${folder}/adder already`],
      ]);
    } finally {
      await rm(further, { recursive: true });
    }
  });

  test('may run twice at once', async () => {
    const reports = await Promise.all([syncContent(db.url, [folder]), syncContent(db.url, [folder])]);
    expect(reports.flatMap(({ added }) => added)).toEqual([ADDER]);
    expect(await db.database.exerciseVersion.count()).toBe(1);
  });
});
