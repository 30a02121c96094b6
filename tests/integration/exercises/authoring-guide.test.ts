import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadExercise, makeGrader, type ExerciseBundle } from '#grader/index.ts';
import type { Files } from '#grader/recording/types.ts';

const guide = readFileSync(path.resolve(import.meta.dirname, '../../../docs/authoring.md'), 'utf8');
const grader = makeGrader();
const root = mkdtempSync(path.join(os.tmpdir(), 'authoring-guide-'));
let exercise: ExerciseBundle;

/** Writes the worked example as the guide shows it: a heading with the file's path, then a code block. */
function writeExample(): void {
  for (const [, file = '', text = ''] of guide.matchAll(
    /^### `([^`]+)`\n[\s\S]*?^```\w+\n([\s\S]*?)^```$/gm,
  )) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
}

async function failedTests(files: Files): Promise<string[]> {
  const { verdict } = await grader.grade({ exercise, files, seed: 1, tests: 'all' });
  expect(verdict.outcome).toMatch(/^(passed|failed)$/);
  return verdict.tests.filter(({ outcome }) => outcome !== 'passed').map(({ name }) => name);
}

beforeAll(async () => {
  writeExample();
  exercise = await loadExercise(path.join(root, 'first-answer'), grader);
});
afterAll(async () => {
  await grader.close();
  rmSync(root, { recursive: true });
});

test('the worked example has a visible and a hidden test, and three hints', () => {
  expect(exercise.tests.map(({ hidden }) => hidden)).toEqual([false, true]);
  expect(exercise.hints).toHaveLength(3);
});

test('its solution and its alternative pass, its starter fails', async () => {
  expect(exercise.alternatives).toHaveLength(1);
  expect(await failedTests(exercise.solution)).toEqual([]);
  for (const { files } of exercise.alternatives) expect(await failedTests(files)).toEqual([]);
  expect(await failedTests(exercise.starter)).not.toEqual([]);
});

test('each of its mistakes fails for the test that it names', async () => {
  expect(exercise.mistakes).toHaveLength(2);
  for (const { files, failsTest } of exercise.mistakes) expect(await failedTests(files)).toContain(failsTest);
});
