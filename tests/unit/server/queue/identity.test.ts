import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { codeHashOf } from '#server/queue/code-hash.ts';
import { seedOf } from '#server/queue/seed.ts';

test('the hash of a submission does not depend on the order of its files', () => {
  expect(codeHashOf({ 'a.js': '1', 'b.js': '2' })).toBe(codeHashOf({ 'b.js': '2', 'a.js': '1' }));
});

test('the hash tells a file’s name from its source', () => {
  expect(codeHashOf({ a: 'bc' })).not.toBe(codeHashOf({ ab: 'c' }));
});

test('a seed is a whole number that fits the column, and the same for the same version', () => {
  assert(
    property(string(), (contentHash) => {
      const seed = seedOf(contentHash);
      expect(seed).toBe(seedOf(contentHash));
      expect(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 31).toBe(true);
    }),
  );
});
