import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeUtf8, encodeUtf8, percentDecode, percentEncode } from '#grader/recorder/text-natives.ts';

test('text becomes the bytes that TextEncoder gives', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect([...encodeUtf8(text)]).toEqual([...new TextEncoder().encode(text)]);
    }),
  );
});

test('lone surrogates become the replacement character', () => {
  const units = fc
    .array(fc.integer({ min: 0xd7f0, max: 0xe010 }))
    .map((codes) => String.fromCharCode(...codes));
  fc.assert(
    fc.property(units, (text) => {
      expect([...encodeUtf8(text)]).toEqual([...new TextEncoder().encode(text)]);
    }),
  );
});

test('any bytes become the text that TextDecoder gives', () => {
  // Mostly bytes at which the rules of UTF-8 change.
  const byte = fc.oneof(
    fc.constantFrom(
      0x41,
      0x7f,
      0x80,
      0x8f,
      0x90,
      0x9f,
      0xa0,
      0xbf,
      0xc1,
      0xc2,
      0xe0,
      0xed,
      0xef,
      0xbb,
      0xf0,
      0xf4,
      0xf5,
    ),
    fc.integer({ min: 0, max: 255 }),
  );
  fc.assert(
    fc.property(fc.array(byte), (bytes) => {
      expect(decodeUtf8(bytes, bytes.length)).toBe(new TextDecoder().decode(new Uint8Array(bytes)));
    }),
    { numRuns: 2000 },
  );
});

test('an address is encoded and read back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const encoded = percentEncode(text.replaceAll('%', ''));
      expect(encoded).toMatch(/^[!#-;=?-~]*$/);
      expect(percentDecode(encoded)).toBe(text.replaceAll('%', ''));
    }),
  );
  expect(percentDecode('100%')).toBe('100%');
});
