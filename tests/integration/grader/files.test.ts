// Submissions of several files: imports among them and nothing else.
import { afterAll, expect, test } from 'vitest';
import { makeGrader } from '#grader/index.ts';
import type { Files } from '#grader/recording/types.ts';
import { sentence } from '#grader/recording/sentences.ts';
import { makeExercise } from '#tests/helpers/grading.ts';

const grader = makeGrader();
afterAll(async () => {
  await grader.close();
});

async function gradeFiles(files: Files) {
  const exercise = makeExercise({});
  const { verdict, recordings } = await grader.grade({ exercise, files, seed: 1, tests: 'all' });
  const findings = [...verdict.findings, ...verdict.tests.flatMap((tested) => tested.findings)];
  return { outcome: verdict.outcome, findings, sentences: findings.map(sentence), recording: recordings[0] };
}

test.each([
  ['by its name', './help.js', 'help.js'],
  ['without the extension', './help', 'help.js'],
  ['in a folder', './lib/help.js', 'lib/help.js'],
])('a file is imported %s', async (_, specifier, path) => {
  const { outcome } = await gradeFiles({
    'solution.js': `import { answer } from '${specifier}';\nexport const solve = async () => await answer();`,
    [path]: `export const answer = async () => 'right';`,
  });
  expect(outcome).toBe('passed');
});

test('a TypeScript file is found under the name of the JavaScript it becomes', async () => {
  const { outcome } = await gradeFiles({
    'solution.ts': `import { answer } from './help.js';\nexport const solve = (): string => answer();`,
    'help.ts': `export function answer(): string { return 'right'; }`,
  });
  expect(outcome).toBe('passed');
});

test('files that import one another in a circle work as in Node', async () => {
  const { outcome } = await gradeFiles({
    'solution.js': `import { ask } from './other.js';\nexport const answer = () => 'right';\nexport const solve = () => ask();`,
    'other.js': `import { answer } from './solution.js';\nexport const ask = () => answer();`,
  });
  expect(outcome).toBe('passed');
});

test('what a file other than the entry does is told with its own name and line', async () => {
  const threw = await gradeFiles({
    'solution.js': `import { fail } from './help.js';\nexport const solve = () => fail();`,
    'help.js': `\n\nexport function fail() {\n  throw new Error('no');\n}`,
  });
  expect(threw.findings[0]?.at).toMatchObject({ file: 'help.js', line: 4 });
  const asked = await gradeFiles({
    'solution.js': `import { load } from './help.js';\nexport const solve = (fetchItem) => load(fetchItem);`,
    'help.js': `export async function load(fetchItem) {\n  await fetchItem(1);\n  return 'right';\n}`,
  });
  expect(asked.recording?.timeline.spans[0]?.at).toMatchObject({ file: 'help.js', line: 2 });
  const syntax = await gradeFiles({
    'solution.js': `import './help.js';\nexport const solve = () => 'right';`,
    'help.js': `export const x = 1;\nlet let = 2;`,
  });
  expect(syntax.findings[0]).toMatchObject({ code: 'syntax-error', at: { file: 'help.js', line: 2 } });
});

test('an export that is not there is told with the line of the import', async () => {
  const { findings } = await gradeFiles({
    'solution.js': `export const a = 1;\nimport { missing } from './help.js';\nexport const solve = () => missing;`,
    'help.js': `export const present = 1;`,
  });
  expect(findings[0]).toMatchObject({ code: 'syntax-error', at: { file: 'solution.js', line: 2 } });
});

test('an import of something else is refused by name, and names the file that asks for it', async () => {
  const { sentences } = await gradeFiles({
    'solution.js': `import './help.js';\nexport const solve = () => 'right';`,
    'help.js': `import { readFile } from 'fs';\nexport { readFile };`,
  });
  expect(sentences).toEqual([
    '`fs` is not available here (imported in help.js): a submission imports its own files only.',
  ]);
});

test.each([
  [{ 'help.js': '' }, 'The submission has no solution.js or solution.ts; it has help.js.'],
  [
    { 'solution.js': '', '../evil.js': '' },
    '"../evil.js" is no name for a file here: expected letters, digits, - and _, ending in .js or .ts.',
  ],
  [
    {
      'solution.js': '',
      ...Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`f${index}.js`, ''])),
    },
    'The submission has 21 files; at most 20 are accepted.',
  ],
  [
    { 'solution.js': ' '.repeat(40_000), 'help.js': ' '.repeat(40_000) },
    'The code is 79 KB long; at most 64 KB are accepted.',
  ],
])('files that cannot be taken are refused in one sentence', async (files, expected) => {
  expect((await gradeFiles(files as unknown as Files)).sentences).toEqual([expected]);
});
