// Small programs and what real Node prints for each (see programs/README.md): output, exit code and virtual time must match,
// with and without the instrumentation pass.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { makeGrader } from '#grader/index.ts';
import { makeTemporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { findDifferences, readProgramFolder, type Program } from './program-folder.ts';

const programs = readProgramFolder(path.join(import.meta.dirname, 'programs'));

/** Known differences, each with its reason and what is found. */
const exceptions: { [name: string]: { why: string; found: string[] } } = {
  'er-handler-unhandledrejection-event': {
    why: 'the isolate tells only of the first unhandled rejection of a macrotask, so the handler hears of one',
    found: ['line 2 is "alive" instead of "UR two" (2 lines, expected 3)'],
  },
};

const graders = { instrumented: makeGrader(), plain: makeGrader({ instruments: false }) };
afterAll(async () => {
  await Promise.all(Object.values(graders).map(async (grader) => await grader.close()));
});

test('every program has been taken into account', () => {
  expect(programs).toHaveLength(103);
  expect(programs.filter(({ busyWait }) => busyWait)).toHaveLength(1);
  expect(Object.keys(exceptions)).toHaveLength(1);
});

for (const [kind, grader] of Object.entries(graders)) {
  describe(`${kind} programs print, end and take as long as in Node`, () => {
    test.for(programs)('$name', async (program) => {
      expect(await findDifferences(program, grader)).toEqual(exceptions[program.name]?.found ?? []);
    });
  });
}

test.for<[string, Partial<Program>, string]>([
  ['a line', { output: 'one\n' }, 'line 1 is "two" instead of "one" (1 lines, expected 1)'],
  ['a line too many', { output: '' }, 'line 1 is "two" instead of "" (1 lines, expected 0)'],
  ['the exit code', { exit: 1 }, 'exit 0 instead of 1'],
  ['the virtual time', { virtualMs: 6 }, '5 virtual ms instead of 6'],
  ['a busy wait', { busyWait: true }, 'exit 0, "undefined"; expected exit 124 and a word about Date.now()'],
])('a difference in %s is told', async ([, change, difference]) => {
  const source = "setTimeout(() => console.log('two'), 5);";
  const program = { name: 'p', source, output: 'two\n', exit: 0, virtualMs: 5, busyWait: false, ...change };
  expect(await findDifferences(program, graders.plain)).toEqual([difference]);
});

test('what is wrong with a folder is told in a sentence', () => {
  const folder = makeTemporaryFolder();
  expect(() => readProgramFolder(path.join(folder, 'none'))).toThrow('none" does not exist.');
  expect(() => readProgramFolder(folder)).toThrow(
    'has no index.json (and 0 files NAME.out): expected NAME.js',
  );
  const writeIndex = (text: string): void => writeFileSync(path.join(folder, 'index.json'), text);
  writeIndex('{');
  expect(() => readProgramFolder(folder)).toThrow('index.json is no JSON');
  writeIndex('[]');
  expect(() => readProgramFolder(folder)).toThrow('holds no programs.');
  writeIndex('[{ "exit": 0 }]');
  expect(() => readProgramFolder(folder)).toThrow('[0].name');
  writeIndex('[{ "name": "one", "exit": 0 }]');
  expect(() => readProgramFolder(folder)).toThrow('lacks one.js, which its index.json lists.');
});
