import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encode, encoderLimits } from '#grader/recorder/encode.ts';
import { decode } from '#grader/recording/decode.ts';
import type { Encoded } from '#grader/recording/types.ts';
import { isEncoded } from '#grader/reports/encoded.ts';

/** What the host reads; the stack is turned into a position there. */
function encoded(value: unknown): Encoded {
  const data: unknown = JSON.parse(encode(value));
  if (!isEncoded(data)) throw new Error(`not an encoded value: ${JSON.stringify(data)}`);
  return data;
}

describe('round trip', () => {
  const values = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withSparseArray: true,
    withNullPrototype: true,
    maxDepth: 4,
  });

  test('what goes in comes out equal', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(decode(encoded(value))).toEqual(value);
      }),
    );
  });

  test('-0, NaN, holes, undefined and infinities are told apart', () => {
    // oxlint-disable-next-line no-sparse-arrays -- a hole is what is tested
    const value = [-0, 0, Number.NaN, Infinity, -Infinity, undefined, , null];
    const back = decode(encoded(value)) as unknown[];
    expect(back).toStrictEqual(value);
    expect(6 in back).toBe(false);
  });

  test('cycles and shared parts keep their identity', () => {
    const shared = { name: 'shared' };
    const value: { [key: string]: unknown } = { one: shared, two: shared };
    value['self'] = value;
    const back = decode(encoded(value)) as typeof value;
    expect(back['one']).toBe(back['two']);
    expect(back['self']).toBe(back);
  });

  test('errors keep name, message, cause, errors and own fields', () => {
    const error = new AggregateError([new TypeError('inner')], 'outer', { cause: 'why' });
    Object.assign(error, { code: 'E_OUTER' });
    expect(decode(encoded(error))).toMatchObject({
      name: 'AggregateError',
      message: 'outer',
      cause: 'why',
      code: 'E_OUTER',
      errors: [{ name: 'TypeError', message: 'inner' }],
    });
  });

  test.each(['toString', 'constructor', '__proto__', 'hasOwnProperty'])(
    'an error called %s decodes as any other',
    (name) => {
      const error = Object.defineProperty(new Error('x'), 'name', { value: name });
      expect(decode(encoded(error))).toMatchObject({ name, message: 'x' });
    },
  );
});

describe('bounds', () => {
  test.each([
    ['a long array', Array.from({ length: 100_000 }, (_, index) => index)],
    ['many errors', Array.from({ length: 20_000 }, () => new Error('x'.repeat(1000)))],
    ['control characters', Array.from({ length: 1000 }, () => '\u0001'.repeat(1000))],
    [
      'long keys',
      Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`${index}`.repeat(500), 1])),
    ],
    ['a long Map', new Map(Array.from({ length: 50_000 }, (_, index) => [index, index]))],
    ['typed arrays', Array.from({ length: 500 }, () => new Float64Array(2000).fill(Math.PI))],
  ])('%s stays within the limit of characters', (_, value) => {
    expect(encode(value).length).toBeLessThan(encoderLimits.characters * 4);
    expect(isEncoded(JSON.parse(encode(value)))).toBe(true);
  });

  test('depth is cut, and said to be', () => {
    let deep: unknown = 'bottom';
    for (let level = 0; level < 100; level += 1) deep = [deep];
    expect(encode(deep)).toContain('{"t":"cut","why":"depth"}');
  });
});

describe('no code of the value is run', () => {
  const explode = (): never => {
    throw new Error('ran');
  };

  test('getters, toJSON and toStringTag are not asked', () => {
    const value = Object.defineProperties(
      { toJSON: explode },
      { field: { get: explode, enumerable: true }, [Symbol.toStringTag]: { get: explode } },
    );
    expect(encoded(value)).toMatchObject({
      entries: [
        ['toJSON', { t: 'function' }],
        ['field', { t: 'getter' }],
      ],
    });
  });

  test('a Proxy whose traps throw is unreadable, and that is all', () => {
    expect(encoded(new Proxy({}, { ownKeys: explode }))).toEqual({ t: 'cut', why: 'unreadable' });
  });

  test.each([Map, Set, Date, RegExp, Error, Promise])(
    'an object in the guise of a %o is no fault',
    (Type) => {
      expect(() => encoded(Object.create(Type.prototype))).not.toThrow();
    },
  );
});

describe('isEncoded refuses what the encoder never writes', () => {
  test.each<[unknown]>([
    [undefined],
    [{}],
    [{ t: 'array', id: 0 }],
    [{ t: 'array', id: 0, items: [{ t: 'map' }] }],
    [{ t: 'constructor' }],
    [{ t: 'object', id: 0, class: 'Object', entries: [['a']] }],
    [{ t: 'bigint', v: 'x' }],
    [{ t: 'error', id: 0, name: 1, message: '', entries: [] }],
  ])('%j', (value) => {
    expect(isEncoded(value)).toBe(false);
  });
});
