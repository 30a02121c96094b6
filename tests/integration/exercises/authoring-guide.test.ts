import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkExercise } from '#cli/check-exercise.ts';
import { makeGrader } from '#grader/index.ts';

const guide = readFileSync(path.resolve(import.meta.dirname, '../../../docs/authoring.md'), 'utf8');
const grader = makeGrader();
const root = mkdtempSync(path.join(os.tmpdir(), 'authoring-guide-'));

/** Writes the worked example as the guide shows it: a heading with the file's path, then a code block. */
function writeExample(): void {
  for (const [, file = '', text = ''] of guide.matchAll(
    /^### `([^`]+)`\n[\s\S]*?^```\w+\n([\s\S]*?)^```$/gm,
  )) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
}

beforeAll(writeExample);
afterAll(async () => {
  await grader.close();
  rmSync(root, { recursive: true });
});

test('the worked example is proven, and no mutant of its solution survives without a reason', async () => {
  const checked = await checkExercise(path.join(root, 'first-answer'), grader, { mutants: true });
  expect(checked).toMatchObject({ ok: true, tests: 2, mistakes: 5, alternatives: 2, problems: [] });
  expect(checked.mutants?.survivors.map(({ what, reason }) => [what, typeof reason])).toEqual([
    [expect.stringMatching(/^drop `await` before `Promise\.any/), 'string'],
  ]);
});
