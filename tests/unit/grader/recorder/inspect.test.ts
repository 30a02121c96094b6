// The console's printing against Node's own, on generated values.
import { inspect as inspectInNode } from 'node:util';
import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { inspect } from '#grader/recorder/inspect.ts';
import { captureLate } from '#grader/virtual-clock/primordials.ts';

beforeAll(captureLate);

const text = fc.string({ unit: 'grapheme-ascii', maxLength: 20 });
const numbers = fc.array(fc.oneof(fc.integer({ min: -1000, max: 100_000 }), fc.double()), { maxLength: 130 });
const values = fc.anything({
  key: text,
  values: [
    fc.boolean(),
    fc.integer(),
    fc.double(),
    text,
    fc.constant(null),
    fc.constant(undefined),
    fc.bigInt(),
  ],
  withMap: true,
  withSet: true,
  withDate: true,
  withTypedArray: true,
  withSparseArray: true,
  withNullPrototype: true,
  maxDepth: 4,
});

test('prints generated values as Node does', () => {
  fc.assert(
    fc.property(values, (value) => {
      expect(inspect(value)).toBe(inspectInNode(value));
    }),
    { numRuns: 500 },
  );
});

test('sets long lists in columns as Node does', () => {
  fc.assert(
    fc.property(fc.oneof(numbers, fc.array(text, { maxLength: 130 })), (items) => {
      expect(inspect(items)).toBe(inspectInNode(items));
      expect(inspect({ items })).toBe(inspectInNode({ items }));
    }),
    { numRuns: 300 },
  );
});

test('a getter of the value is never run', () => {
  const ran = (): never => {
    throw new Error('ran');
  };
  const value = Object.defineProperties({}, { a: { get: ran, enumerable: true }, constructor: { get: ran } });
  expect(inspect(value)).toBe('{ a: [Getter] }');
});
