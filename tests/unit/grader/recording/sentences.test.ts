import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findingCodes, sentence } from '#grader/recording/sentences.ts';

const graderRoot = path.resolve(import.meta.dirname, '../../../../grader');

/** Every literal that is the code of a finding somewhere in the grader; those of zod's own issues are not ours. */
function producedCodes(): string[] {
  const files = readdirSync(graderRoot, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const sources = files.map((file) => readFileSync(path.join(graderRoot, file), 'utf8'));
  const literals = sources.flatMap((source) => [
    ...source.matchAll(/(?<!addIssue\(\{ )\bcode: '([a-z]+(?:-[a-z]+)*)'/g),
  ]);
  return [...new Set(literals.flatMap(([, code]) => code ?? []))];
}

/** Codes that are put together or chosen, and so are no literal after `code:`. */
const composed = [
  ...['resources', 'virtual-time', 'timers', 'output'].map((limit) => `limit-${limit}`),
  'unhandled-rejection',
  'load-error',
  'syntax-error',
  'took-too-long',
  'took-too-short',
  'not-awaited',
  'async-for-each',
  'other-start-order',
  'other-settle-order',
];

const params = {
  actual: 1,
  actualMs: 300,
  expected: 2,
  expectedMs: 100,
  startedMs: 120,
  matcher: 'toTakeExactly',
  error: 'Error: x',
  name: 'setTimeout',
  call: 'fetchUser(1)',
  before: 'fetchUser(2)',
  message: 'expected 1 to be 2',
  specifier: 'fs',
  path: 'a b.js',
  file: 'main.js',
  virtualMs: 10,
  atMs: 5,
  dueMs: 9,
  limit: 3,
  schedules: 100,
  failed: 12,
  first: 'save(1)',
  second: 'save(2)',
  limitMs: 10,
  limitMiB: 64,
  fired: 5000,
  reads: 200_000,
  madeLine: 2,
  line: 4,
  lines: 1,
  characters: 2,
  number: 1,
  text: 'a line',
  actualKb: 70,
  limitKb: 64,
};

test('the produced codes have been found', () => {
  expect(producedCodes().length).toBeGreaterThan(20);
});

test.each([...producedCodes(), ...composed])('%s has a sentence', (code) => {
  expect(findingCodes).toContain(code);
});

test.each(findingCodes)('%s reads as plain text, with its values', (code) => {
  const text = sentence({ code, params, at: { file: 'solution.js', line: 4, column: 2 } });
  expect(text).not.toMatch(/undefined|null|\[object|solution\.js|\{|\}/);
  expect(text.length).toBeLessThan(300);
});

describe('examples', () => {
  test('never settled, with both lines', () => {
    expect(sentence({ code: 'never-settled', params: { virtualMs: 0, awaitedLine: 12, madeLine: 4 } })).toBe(
      'Line 12 awaits the promise made on line 4, which nothing settles: at 0 ms no timer and no call is left.',
    );
  });

  test('a code of another engine version, or one that is a name of Object.prototype, is shown as it is', () => {
    expect(sentence({ code: 'constructor', params: {} })).toBe('constructor: {}');
  });
});
