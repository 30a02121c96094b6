import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAddress, readQuery } from '#grader/recorder/address.ts';

function href(text: string, origin = ''): string | undefined {
  const address = parseAddress(text, origin);
  if (address === undefined) return undefined;
  return 'scheme' in address
    ? address.scheme
    : `${address.origin}${address.path}${address.query}${address.hash}`;
}

test('an http address is the same as URL makes of it', () => {
  const word = fc.string({
    unit: fc.constantFrom('a', 'B', '7', '-', '_', '.', '~', ' ', 'é', '€', '%20', ':', '@'),
  });
  const path = fc.array(fc.oneof(word, fc.constantFrom('.', '..', '')), { maxLength: 5 });
  const parts = fc.record({
    scheme: fc.constantFrom('http', 'https', 'HTTP'),
    host: fc.constantFrom('shop.test', 'Shop.Test', 'shop.test:80', 'shop.test:443', 'localhost:3000'),
    path,
    query: fc.option(word),
    hash: fc.option(word),
  });
  fc.assert(
    fc.property(parts, ({ scheme, host, path: segments, query, hash }) => {
      const tail = `${query === null ? '' : `?${query}`}${hash === null ? '' : `#${hash}`}`;
      const text = `${scheme}://${host}/${segments.join('/')}${tail}`;
      expect(href(text)).toBe(new URL(text).href);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['/users?x=1#top', 'https://shop.test/users?x=1#top'],
  ['users', 'https://shop.test/users'],
  ['', 'https://shop.test/'],
  ['?q', 'https://shop.test/?q'],
  ['../up', 'https://shop.test/up'],
  ['https://other.test', 'https://other.test/'],
])('%j is relative to an origin', (text, expected) => {
  expect(href(text, 'https://shop.test')).toBe(expected);
});

test.each([
  ['/users', undefined],
  ['http://', undefined],
  ['http:///', undefined],
  ['http://a b/', undefined],
  ['mailto:ada', 'mailto'],
  ['DATA:,x', 'data'],
])('%j without an origin', (text, expected) => {
  expect(href(text)).toBe(expected);
});

test('a query is read as URLSearchParams reads it', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '+', '%20', '=', 'é', '_') });
  fc.assert(
    fc.property(fc.array(word), (pairs) => {
      const query = `?${pairs.join('&')}`;
      expect(readQuery(query)).toEqual(Object.fromEntries(new URLSearchParams(query)));
    }),
  );
  expect(readQuery('?__proto__=1')).toEqual(
    Object.defineProperty({}, '__proto__', { value: '1', enumerable: true }),
  );
});
