import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { convertCode, runSkippedTests } from '#cli/import-exercism-code.ts';
import { convertExercise } from '#cli/import-exercism-convert.ts';
import { convertHints, convertInstructions } from '#cli/import-exercism-markdown.ts';
import { readExercism } from '#cli/import-exercism-read.ts';

const exercises = path.resolve(import.meta.dirname, '../../fixtures/exercism/exercises/practice');

describe('code', () => {
  const convert = (source: string): string =>
    convertCode({ slug: 'two-eggs', name: 'two-eggs.spec.js', source, own: 'two-eggs' });

  test.each([
    [`import { a } from './two-eggs';`, `import { a } from './solution';`],
    [`import a from "./two-eggs.js";`, `import a from './solution';`],
    [`jest.mock('./two-eggs');`, `jest.mock('./solution');`],
    [`import { a } from './other';`, `import { a } from './other';`],
    [`const { a, b: c } = require('./two-eggs');`, `import { a, b as c } from './solution';`],
    [
      `const eggs = require('./two-eggs');`,
      `import * as whole_eggs from './solution'; const eggs = whole_eggs.default ?? whole_eggs;`,
    ],
    [`class A {}\nmodule.exports = A;`, `class A {}\nexport default A;`],
    [`const a = 1, b = 2; module.exports = { a, b, c: a };`, `const a = 1, b = 2; export { a, b, a as c };`],
    [
      `exports.a = () => 1; const b = 2; module.exports.b = b;`,
      `export const a = () => 1; const b = 2; export { b };`,
    ],
    [`export class A {}\nmodule.exports = A;`, `export class A {}\n`],
  ])('%s', (source, converted) => {
    expect(convert(source)).toBe(converted);
  });

  test.each([
    [
      `import fs from 'node:fs';`,
      'two-eggs: two-eggs.spec.js uses "node:fs", which is not available here; nothing was written.',
    ],
    [`const { spawn } = require('child_process');`, /uses "child_process"/],
    [`const a = () => require(name);`, /uses "require"/],
    [`const = 1;`, /two-eggs\.spec\.js cannot be read: Unexpected token/],
  ])('is refused: %s', (source, message) => {
    expect(() => convert(source)).toThrow(message);
  });

  test('of a spec: skipped tests run, with the words that they then need', () => {
    const source = `import { expect, xtest } from '@jest/globals';\nxtest('a', () => {}); xdescribe('xtest', () => { xit.each([1])('%i', () => {}); test.skip('b', () => {}); });`;
    expect(runSkippedTests(source)).toBe(
      `import { describe, it, test, expect, xtest } from '@jest/globals';\ntest('a', () => {}); describe('xtest', () => { it.each([1])('%i', () => {}); test.skip('b', () => {}); });`,
    );
  });
});

describe('Markdown', () => {
  test('stands under our title: headings go down, notes become quotations, code stays', () => {
    const note = '~~~~exercism/caution\nHot!\n\nReally.\n~~~~';
    expect(
      convertInstructions([
        '# Introduction\n\nEggs.\n',
        `# Instructions\n\n${note}\n\n\`\`\`sh\n# comment\n\`\`\`\n`,
      ]),
    ).toBe(
      '## Introduction\n\nEggs.\n\n## Instructions\n\n> **Caution:**\n>\n> Hot!\n>\n> Really.\n\n```sh\n# comment\n```',
    );
  });

  test('of hints becomes one hint for each section', () => {
    expect(convertHints('# Hints\n\n## General\n\n- a\n\n## 1. Do\n\n- b\n')).toBe(
      '## General\n\n- a\n\n---\n\n## 1. Do\n\n- b\n',
    );
  });
});

describe('an exercise', () => {
  test('keeps its origin, and takes name, level and topics from its track', () => {
    const files = convertExercise(readExercism(path.join(exercises, 'egg-timer')));
    expect(Object.keys(files)).toEqual([
      'exercise.md',
      'hints.md',
      'LICENSE',
      'starter/solution.js',
      'solution/solution.js',
      'spec/egg-timer.spec.js',
      'spec/kitchen.js',
    ]);
    expect(files['exercise.md']).toMatch(
      /title: The Egg Timer[\s\S]*level: intermediate[\s\S]*- timers[\s\S]*kind: open/,
    );
    expect(files['exercise.md']).toContain(
      'license: MIT (© 2026 The Cooks)\n  authors:\n    - robin\n    - kim\n',
    );
    expect(files['exercise.md']).toContain('url: https://exercism.org/tracks/javascript/exercises/egg-timer');
  });

  test('that needs more than there is is refused by name', () => {
    expect(() => convertExercise(readExercism(path.join(exercises, 'lock-smith')))).toThrow(
      'lock-smith: .meta/proof.ci.js uses "fs", which is not available here; nothing was written.',
    );
  });

  test('is only what has a configuration', () => {
    expect(() => readExercism(exercises)).toThrow(
      /is no Exercism exercise: expected it to have \.meta\/config\.json\.$/,
    );
  });
});
