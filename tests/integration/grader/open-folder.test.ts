// The folder of an open exercise into a bundle, and what is wrong with it.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkExercise } from '#cli/check-exercise.ts';
import { ExerciseError, loadExercise, makeGrader } from '#grader/index.ts';

const good = path.resolve(import.meta.dirname, '../../fixtures/open-exercises/ticker');
const grader = makeGrader();
let folder = '';

beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(os.tmpdir(), 'interleave-open-')), 'ticker');
  await cp(good, folder, { recursive: true });
});
afterEach(async () => {
  await rm(path.dirname(folder), { recursive: true });
});
afterAll(async () => {
  await grader.close();
});

const edit = async (name: string, change: (text: string) => string): Promise<void> => {
  const file = path.join(folder, name);
  await writeFile(file, change(await readFile(file, 'utf8').catch(() => '')));
};

test('an open exercise is proven like any other, mistakes included', async () => {
  expect(await checkExercise(folder, grader)).toEqual({
    id: 'ticker',
    ok: true,
    tests: 2,
    mistakes: 1,
    alternatives: 0,
    problems: [],
    sealed: false,
  });
});

test('what its tests let pass is told, and owes no reason', async () => {
  const { ok, mutants } = await checkExercise(folder, grader, { mutants: true });
  expect(ok).toBe(true);
  expect(mutants?.survivors.length).toBeGreaterThan(0);
});

test('its spec is part of its content', async () => {
  const before = await loadExercise(folder, grader);
  expect(before).toMatchObject({ hints: [], scenarios: '', expectations: '', spec: { isolation: 'test' } });
  expect(before.tests.map(({ name }) => name)).toEqual([
    'countDown > ticks once a second',
    'countDown > stops at 0',
  ]);
  await edit('spec/seconds.ts', (text) => `${text}\n`);
  const changed = await loadExercise(folder, grader);
  await edit('exercise.md', (text) => text.replace('kind: open', 'kind: open\nisolation: file'));
  const shared = await loadExercise(folder, grader);
  expect(new Set([before, changed, shared].map(({ contentHash }) => contentHash)).size).toBe(3);
});

describe('is named with its file:', () => {
  test.each([
    [
      'no spec',
      async () => await rm(path.join(folder, 'spec/ticker.spec.ts')),
      /^spec\/: expected at least one file that ends in/,
    ],
    [
      'scenarios',
      async () => await edit('scenarios.ts', () => 'x'),
      /^scenarios\.ts: an open exercise has none/,
    ],
    [
      'a wrong isolation',
      async () =>
        await edit('exercise.md', (text) => text.replace('kind: open', 'kind: open\nisolation: none')),
      /^exercise\.md: line \d+: field "isolation": /,
    ],
    [
      'a source without address',
      async () => await edit('exercise.md', (text) => text.replace('https://', '')),
      /^exercise\.md: line \d+: field "source\.url": expected a web address$/,
    ],
    [
      'a spec that does not parse',
      async () => await edit('spec/ticker.spec.ts', () => 'test('),
      /^spec\/ticker\.spec\.ts: /,
    ],
    [
      'a solution that does not parse',
      async () => await edit('solution/solution.js', () => 'export ('),
      /^solution\/solution\.js: line 1: Unexpected token/,
    ],
  ])('%s', async (_, change, pattern) => {
    await change();
    const error: unknown = await loadExercise(folder, grader).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ExerciseError);
    const { problems } = error as ExerciseError;
    expect(problems).toContainEqual(expect.stringMatching(pattern));
  });
});
