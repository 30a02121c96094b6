// `interleave import exercism`: a folder of theirs becomes an exercise of ours that is proven.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { main } from '#cli/main.ts';
import { loadExercise } from '#grader/index.ts';

const theirs = path.resolve(import.meta.dirname, '../../fixtures/exercism/exercises/practice');
let folder = '';
let stdout = '';
let stderr = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'interleave-import-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  stdout = '';
  stderr = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    stdout += String(text);
    return true;
  });
  vi.spyOn(console, 'error').mockImplementation((text) => {
    stderr += `${String(text)}\n`;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

const interleave = async (...args: string[]): Promise<number> => await main(['node', 'interleave', ...args]);

test('an exercise is written, checked, and graded as an open one', async () => {
  expect(await interleave('import', 'exercism', path.join(theirs, 'egg-timer'), '--into', folder)).toBe(0);
  expect(stdout).toMatch(
    /its spec runs beside the student's code[\s\S]*passes all 4 tests, its starter fails/,
  );

  const exercise = await loadExercise(path.join(folder, 'egg-timer'));
  expect(exercise.tests.map(({ name }) => name)).toEqual([
    'Egg timer > how long > a soft egg takes 4 minutes',
    'Egg timer > how long > a hard egg takes 9 minutes',
    'Egg timer > boiling > the egg is done on the minute',
    'Egg timer > odd wishes > are refused',
  ]);
  expect(exercise).toMatchObject({
    hints: [/Timers count/, /Make a promise/].map((hint) => expect.stringMatching(hint)),
  });
  expect(exercise.source).toMatchObject({ license: 'MIT (© 2026 The Cooks)', authors: ['robin', 'kim'] });

  stdout = '';
  const solution = path.join(folder, 'egg-timer/solution/solution.js');
  expect(await interleave('grade', 'egg-timer', solution, '--exercises', folder)).toBe(0);
  expect(stdout).toMatch(/4 of 4 tests passed, open \(judged beside the code\)/);
  stdout = '';
  expect(await interleave('check', 'egg-timer', '--exercises', folder, '--json')).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ exercises: [{ id: 'egg-timer', ok: true, sealed: false }] });
});

test('nothing is overwritten, but by --force', async () => {
  const into = await mkdtemp(path.join(folder, 'forced-'));
  const egg = path.join(theirs, 'egg-timer');
  await interleave('import', 'exercism', egg, '--into', into);
  const mine = path.join(into, 'egg-timer/exercise.md');
  await writeFile(mine, 'mine');
  expect(await interleave('import', 'exercism', egg, '--into', into)).toBe(3);
  expect(stderr).toMatch(/is there already; expected a free place, or --force to replace it\.\n$/);
  expect(await readFile(mine, 'utf8')).toBe('mine');
  expect(await interleave('import', 'exercism', egg, '--into', into, '--force')).toBe(0);
  expect(await readFile(mine, 'utf8')).toContain('id: egg-timer');
});

test('what cannot be imported is refused with one sentence, and leaves nothing', async () => {
  expect(await interleave('import', 'exercism', path.join(theirs, 'lock-smith'), '--into', folder)).toBe(3);
  expect(stderr).toBe(
    'lock-smith: .meta/proof.ci.js uses "fs", which is not available here; nothing was written.\n',
  );
  await expect(readFile(path.join(folder, 'lock-smith/exercise.md'))).rejects.toThrow('ENOENT');
});
