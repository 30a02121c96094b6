import { parse } from 'acorn';
import { describe, expect, test } from 'vitest';
import { exportedNames, readSpec, resolveTarget } from '#grader/open/spec-modules.ts';

const files = { 'a.spec.js': '', 'b.ts': '', 'data.json': '', 'deep/c.js': '', 'deep/index.js': '' };

describe('an import leads to', () => {
  test.each([
    ['a.spec.js', './b', 'b.ts'],
    ['a.spec.js', './b.js', 'b.ts'],
    ['a.spec.js', './data.json', 'data.json'],
    ['a.spec.js', './deep', 'deep/index.js'],
    ['deep/c.js', '../b.ts', 'b.ts'],
    ['deep/c.js', './index', 'deep/index.js'],
    ['a.spec.js', './solution', 'solution'],
    ['a.spec.js', '../solution.ts', 'solution'],
    ['deep/c.js', '../../src/solution.js', 'solution'],
    ['a.spec.js', 'vitest', 'library'],
    ['a.spec.js', '@jest/globals', 'library'],
  ])('%s imports %s: %s', (importer, specifier, target) => {
    expect(resolveTarget(importer, specifier, files)).toBe(target);
  });

  test.each([
    [
      'lodash',
      'spec/a.spec.js: "lodash" is not available here; expected "vitest", "@jest/globals" or a file',
    ],
    ['./gone', 'spec/a.spec.js: imports "./gone", which is neither in spec/ nor the student\'s "./solution"'],
  ])('nothing: %s', (specifier, message) => {
    expect(() => resolveTarget('a.spec.js', specifier, files)).toThrow(message);
  });
});

test.each([
  ['export const a = 1, b = 2;', ['a', 'b']],
  ['export function f() {} export class C {}', ['f', 'C']],
  ['export const { a, b: [c, ...d], e = 1 } = {};', ['a', 'c', 'd', 'e']],
  ['const a = 1; export { a, a as b, a as "c d" }; export default a;', ['a', 'b', 'c d', 'default']],
  ['export * as ns from "./x";', ['ns']],
  ['export * from "./x"; export const a = 1;', undefined],
])('exports of %s', (source, names) => {
  expect(exportedNames(parse(source, { ecmaVersion: 'latest', sourceType: 'module' }))).toEqual(names);
});

describe('a spec', () => {
  const read = (source: string) => readSpec({ 'a.spec.ts': source, 'b.js': 'export const b = 1;' });

  test('has its imports led to their targets, on the same lines', () => {
    const { modules } = read(`import { a,\n  c } from './solution';\nimport { b } from './b';`);
    const spec = modules.get('a.spec.ts');
    expect(spec?.code).toBe(`import { a,\n  c } from "spec:solution";\nimport { b } from "spec:b.js";`);
    expect(spec?.imports).toEqual([
      { target: 'solution', names: ['a', 'c'] },
      { target: 'b.js', names: ['b'] },
    ]);
  });

  test.each([
    [`import { test } from '@jest/globals';`, 'jest'],
    [`import { test } from 'vitest';`, 'vitest'],
    [`test('a', () => { vi.fn(); });`, 'vitest'],
    [`test('a', () => {});`, 'jest'],
  ])('%s is for %s', (source, flavour) => {
    expect(read(source).flavour).toBe(flavour);
  });

  test('names the modules that it replaces', () => {
    const { replaced } = read(`vi.mock('./b', () => ({})); vi.mock('./b.js'); jest.mock(name);`);
    expect(replaced).toEqual(new Map([['b.js', ['./b', './b.js']]]));
  });
});
