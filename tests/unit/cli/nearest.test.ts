import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { nearest } from '#cli/nearest.ts';

const names = ['async-for-each', 'output-order', 'parallel-requests', 'timeout-race'];

test.each([
  ['paralel-requests', 'parallel-requests'],
  ['parallel-request', 'parallel-requests'],
  ['parallel-requestss', 'parallel-requests'],
  ['async-foreach', 'async-for-each'],
  ['timeout-rase', 'timeout-race'],
  ['outputorder', 'output-order'],
])('%s most likely means %s', (word, meant) => {
  expect(nearest(word, names)).toBe(meant);
});

test.each(['nothing', 'race', '', 'x'])('"%s" is close to none', (word) => {
  expect(nearest(word, names)).toBeUndefined();
});

test('a word is nearest to itself, whatever stands beside it', () => {
  assert(
    property(string(), string(), (word, other) => {
      expect(nearest(word, [other, word])).toBe(word);
    }),
  );
});
