// A folder into a bundle: what is wrong is named with its file and its field or line.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ExerciseError, loadExercise, loadExercises, makeGrader } from '#grader/index.ts';

const good = path.resolve(import.meta.dirname, '../../fixtures/exercises/adder');
const grader = makeGrader();
let root = '';

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'interleave-exercises-'));
});
afterAll(async () => {
  await grader.close();
  await rm(root, { recursive: true });
});

type Change = (files: {
  edit: (name: string, change: (text: string) => string) => Promise<void>;
  folder: string;
}) => Promise<void>;

/** The problems of a copy of the good exercise, changed. */
async function problemsOf(change: Change): Promise<string[]> {
  const folder = path.join(await mkdtemp(path.join(root, 'case-')), 'adder');
  await cp(good, folder, { recursive: true });
  await change({
    folder,
    edit: async (name, replace) => {
      const file = path.join(folder, name);
      const before = await readFile(file, 'utf8').catch(() => '');
      await writeFile(file, replace(before));
    },
  });
  try {
    await loadExercise(folder, grader);
    return [];
  } catch (error) {
    if (error instanceof ExerciseError) return error.problems;
    throw error;
  }
}

test('a good folder gives the whole bundle, with its tests', async () => {
  const bundle = await loadExercise(good, grader);
  expect(bundle).toMatchObject({
    id: 'adder',
    contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
  });
  expect(bundle.tests.length).toBeGreaterThan(0);
  expect(Object.keys(bundle.solution)).toEqual(['solution.js']);
  expect(bundle.mistakes[0]?.failsTest).toBe(
    bundle.tests.find(({ name }) => name === bundle.mistakes[0]?.failsTest)?.name,
  );
  expect((await loadExercise(good, grader)).contentHash).toBe(bundle.contentHash);
});

describe('problems name the file and the place', () => {
  const remove =
    (name: string): Change =>
    async ({ folder }) => {
      await rm(path.join(folder, name), { recursive: true });
    };
  const replace =
    (name: string, text: string | RegExp, by: string): Change =>
    async ({ edit }) => {
      await edit(name, (before) => {
        const after = before.replace(text, by);
        if (after === before) throw new Error(`${name} holds no ${String(text)}`);
        return after;
      });
    };
  const write =
    (name: string, text: string): Change =>
    async ({ edit }) => {
      await edit(name, () => text);
    };

  test.each<[string, Change, RegExp]>([
    ['no exercise.md', remove('exercise.md'), /exercise\.md does not exist$/],
    ['no front matter', write('exercise.md', '# Adder'), /^exercise\.md: line 1: expected front matter/],
    [
      'a wrong level',
      replace('exercise.md', /^level:.*$/m, 'level: hard'),
      /^exercise\.md: line \d+: field "level": /,
    ],
    [
      'a missing title',
      replace('exercise.md', /^title:.*\n/m, ''),
      /^exercise\.md: line \d+: field "title": /,
    ],
    [
      'an unknown field',
      replace('exercise.md', /^title:/m, 'colour: red\ntitle:'),
      /^exercise\.md: line \d+: field "colour": /,
    ],
    [
      'another id than the folder',
      replace('exercise.md', /^id:.*$/m, 'id: other'),
      /^exercise\.md: line \d+: field "id": is "other", expected the folder's name "adder"$/,
    ],
    ['no YAML', replace('exercise.md', /^title:.*$/m, 'title: "open'), /^exercise\.md: line \d+: /],
    ['no hints', write('hints.md', '\n'), /^hints\.md: expected at least one hint$/],
    ['no starter', remove('starter'), /^starter\/: expected solution\.js or solution\.ts$/],
    ['no scenarios', remove('scenarios.ts'), /^scenarios\.ts is missing$/],
    [
      'a syntax error in the scenarios',
      replace('scenarios.ts', 'export default {', 'export default {\n  (,'),
      /^scenarios\.ts: line \d+: /,
    ],
    [
      'an error while the scenarios load',
      replace('scenarios.ts', 'export default', 'missing();\nexport default'),
      /^scenarios\.ts: line \d+: ReferenceError: missing is not defined$/,
    ],
    [
      'an import in the expectations',
      replace('expectations.ts', 'export default', "import 'node:fs';\nexport default"),
      /^expectations\.ts: imports "node:fs"; only types may be imported$/,
    ],
    [
      'an error while the expectations load',
      replace('expectations.ts', 'export default', 'missing();\nexport default'),
      /^expectations\.ts: line \d+: ReferenceError: missing is not defined$/,
    ],
    [
      'a test without expectation',
      write('expectations.ts', 'export default {};'),
      /^expectations\.ts has nothing for the test "/,
    ],
    [
      'no tests',
      write('scenarios.ts', 'export default {};'),
      /^(scenarios\.ts has no tests|scenarios\.ts has nothing for)/,
    ],
    ['scenarios that never end', write('scenarios.ts', 'for (;;);\nexport default {};'), /^scenarios\.ts/],
    [
      'a mistake without its test',
      write('mistakes/one-by-one.js', 'export const add = 1;'),
      /^mistakes\/one-by-one: line 1: expected "\/\/ fails: /,
    ],
    [
      'a mistake for another test',
      write('mistakes/one-by-one.js', '// fails: no such test\n'),
      /^mistakes\/one-by-one: line 1 names the test "no such test", which does not exist$/,
    ],
  ])('%s', async (_, change, pattern) => {
    const problems = await problemsOf(change);
    expect(problems).toContainEqual(expect.stringMatching(pattern));
    for (const problem of problems) expect(problem).not.toMatch(/ {4}at |file:\/\//);
  });
});

test('several problems are told together', async () => {
  const problems = await problemsOf(async ({ edit, folder }) => {
    await rm(path.join(folder, 'starter'), { recursive: true });
    await edit('hints.md', () => '');
    await edit('exercise.md', (text) => text.replace(/^level:.*$/m, 'level: hard'));
  });
  expect(problems).toHaveLength(3);
});

test('a root that does not exist is said to be missing', async () => {
  await expect(loadExercises('/no/such/folder', grader)).rejects.toThrow(
    'the folder /no/such/folder does not exist',
  );
});
