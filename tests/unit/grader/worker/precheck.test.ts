import { describe, expect, test } from 'vitest';
import { sentence } from '#grader/recording/sentences.ts';
import { precheck } from '#grader/worker/precheck.ts';

const js = (source: string) => precheck({ 'solution.js': source });
const ts = (source: string) => precheck({ 'solution.ts': source });

describe('accepted', () => {
  test.each([
    ['nothing', ''],
    ['nesting at the limit', `${'('.repeat(200)}1${')'.repeat(200)}`],
    ['many comparisons', 'for (let i = 0; i < n; i += 1) f(i < 2, i);\n'.repeat(400)],
    ['many comparisons without semicolons', 'if (a < b) c()\n'.repeat(400)],
    ['separators in comments', `// ${'-'.repeat(190)}\n`.repeat(10)],
    ['exactly 64 KB', ' '.repeat(64 * 1024)],
  ])('%s', (_, source) => {
    expect(js(source)).toBeNull();
    expect(ts(source)).toBeNull();
  });
});

describe('refused', () => {
  test.each([
    ['too long', ' '.repeat(64 * 1024 + 1), 'The code is 65 KB long; at most 64 KB are accepted.'],
    ['too long in bytes', 'é'.repeat(40_000), 'The code is 79 KB long; at most 64 KB are accepted.'],
    ['deep brackets', `\n\n${'['.repeat(201)}`, 'The code is nested more than 200 levels deep at line 3.'],
    ['deep types', `type T = ${'A<'.repeat(300)}`, 'The code is nested more than 200 levels deep at line 1.'],
    [
      'deep object types',
      `type T = ${'A<{a:'.repeat(300)}`,
      'The code is nested more than 200 levels deep at line 1.',
    ],
    ['unary chains', `f(${'!'.repeat(300)}1)`, 'The code is nested more than 200 levels deep.'],
    ['arrow chains', `f(${'x => '.repeat(300)}1)`, 'The code is nested more than 200 levels deep.'],
  ])('%s', (_, source, text) => {
    const finding = ts(source);
    expect(finding === null ? null : sentence(finding)).toBe(text);
  });

  test.each([
    [{}, 'no file'],
    [{ 'main.js': '' }, 'main.js'],
    [{ 'solution.js': '', 'solution.ts': '' }, 'solution.js, solution.ts'],
  ])('files %j', (files, actual) => {
    expect(precheck(files)).toMatchObject({ code: 'missing-file', params: { actual } });
  });
});
