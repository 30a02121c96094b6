// What the built command keeps of an exercise, with a real grader behind it.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findExercise } from '#cli/find-exercise.ts';
import { recallFrom } from '#cli/recall.ts';
import { makeGrader, type Grader } from '#grader/index.ts';

const fixtures = path.resolve(import.meta.dirname, '../../fixtures');

let folder = '';
let grader: Grader;

beforeAll(async () => {
  grader = makeGrader();
  folder = await mkdtemp(path.join(os.tmpdir(), 'interleave-recall-'));
  recallFrom(path.join(folder, 'kept'), 'build');
});
afterAll(async () => {
  await grader.close();
  await rm(folder, { recursive: true });
});

test('reports get the halves as they were written, the grading gets them as JavaScript, also from what was kept', async () => {
  for (const _ of ['found', 'kept']) {
    const { written, erased } = await findExercise(path.join(fixtures, 'exercises'), 'adder', grader);
    expect(written.scenarios).toContain('(number: number) => number');
    expect(erased.scenarios).toContain('=> number');
    expect(erased.scenarios).not.toContain(': number');
    expect(erased.scenarios.split('\n')).toHaveLength(written.scenarios.split('\n').length);
    expect(erased).toMatchObject({ isErased: true, contentHash: written.contentHash });
  }
});

test('an open exercise has the tests of its spec as it is now, not as it was when it was first read', async () => {
  const root = path.join(folder, 'open');
  await cp(path.join(fixtures, 'open-exercises'), root, { recursive: true });
  const before = await namesOf(root);
  const spec = path.join(root, 'ticker/spec/ticker.spec.ts');
  await writeFile(spec, (await readFile(spec, 'utf8')).replace('once a second', 'every second'));
  expect(before).toEqual(['countDown > ticks once a second', 'countDown > stops at 0']);
  expect(await namesOf(root)).toEqual(['countDown > ticks every second', 'countDown > stops at 0']);
});

async function namesOf(root: string): Promise<string[]> {
  const { written } = await findExercise(root, 'ticker', grader);
  return written.tests.map(({ name }) => name);
}
