import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { testCodeOf } from '#grader/reports/test-code.ts';
import { listExercises } from '#grader/worker/load-exercise.ts';

/** The code of the test "a", with this scenario file and an expectation that says `check`. */
function codeOf(scenarios: string, name = 'a'): string | undefined {
  const code = testCodeOf({
    scenarios,
    expectations: `export default { ${JSON.stringify(name)}() { check } }`,
  })(name);
  return code === undefined
    ? undefined
    : /^\/\/ scenario\n([\s\S]*)\n\n\/\/ expectation\ncheck$/.exec(code)?.[1];
}

describe('the ways to write a test', () => {
  test.each([
    ['a method', `export default { a: { run() { one(); } } }`],
    ['an asynchronous method', `export default { a: { hidden: true, async run(lab: Lab<X>) { one(); } } }`],
    ['an arrow function with a body', `export default { a: { run: async (lab) => { one(); } } }`],
    ['a function', `export default { a: { run: function (lab) { one(); } } }`],
    ['a quoted name', `export default { 'a': { run() { one(); } } }`],
    ['an escaped name', String.raw`export default { "\u0061": { run() { one(); } } }`],
    ['satisfies', `export default { a: { run() { one(); } } } satisfies Scenarios<Solution>;`],
    ['as', `export default { a: { run() { one(); } } } as Scenarios;`],
    ['brackets', `export default ({ a: { run() { one(); } } });`],
    ['a constant', `const tests: Scenarios = { a: { run() { one(); } } };\nexport default tests;`],
    [
      'a constant that satisfies',
      `const tests = { a: { run() { one(); } } };\nexport default tests satisfies X;`,
    ],
    ['two of one name', `export default { a: { run() { zero(); } }, a: { run() { one(); } } }`],
    ['no object around the function', `export default { a() { one(); } }`],
  ])('%s', (_, source) => {
    expect(codeOf(source)).toBe('one();');
  });

  test('an expression', () => {
    expect(codeOf(`export default { a: { run: (lab) => lab.solution.one({ two: 2 }) } }`)).toBe(
      'lab.solution.one({ two: 2 })',
    );
  });

  test('is cut out as it stands, types and comments included, without the indentation', () => {
    const source = `export default {
  a: {
    async run(lab) {

      // Two calls.
      const one: number = await lab.solution.one<string>();
      if (one) {
        two();
      }
    },
  },
};`;
    expect(codeOf(source)).toBe(
      '// Two calls.\nconst one: number = await lab.solution.one<string>();\nif (one) {\n  two();\n}',
    );
  });

  test.each([
    ['it"s \\ there', `export default { 'it"s \\\\ there': { run() { one(); } } }`],
    ["it's", String.raw`export default { 'it\'s': { run() { one(); } } }`],
    ['ünï 漢 \u{1f600}', `export default { 'ünï 漢 \u{1f600}': { run() { one(); } } }`],
  ])('a test called %s', (name, source) => {
    expect(codeOf(source, name)).toBe('one();');
  });
});

describe('what cannot be told by reading', () => {
  test.each([
    ['another name', `export default { b: { run() { one(); } } }`],
    ['a computed name', `export default { ['a']: { run() { one(); } } }`],
    ['a spread', `export default { ...others }`],
    ['a function from elsewhere', `export default { a: { run: one } }`],
    ['no default export', `export const tests = { a: { run() { one(); } } }`],
    ['an object that is made', `export default makeTests()`],
    ['text that does not parse', `export default { a: { run( `],
    ['nothing', ``],
  ])('%s', (_, source) => {
    expect(codeOf(source)).toBeUndefined();
  });
});

const root = path.resolve(import.meta.dirname, '../../../../exercises');
test.each(listExercises(root))('every test of the exercise %s has a source', (id) => {
  const read = (name: string): string => readFileSync(path.join(root, id, name), 'utf8');
  const exercise = { scenarios: read('scenarios.ts'), expectations: read('expectations.ts') };
  const names = [...exercise.expectations.matchAll(/^ {2}'(.+)'[:(]/gm)].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(2);
  const codeOfTest = testCodeOf(exercise);
  const isWhole = (name: string): boolean =>
    /^\/\/ scenario\n[\s\S]+\/\/ expectation\n[\s\S]/.test(codeOfTest(name) ?? '');
  expect(names.filter((name) => !isWhole(name))).toEqual([]);
});
