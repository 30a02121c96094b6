import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { limits } from '#grader/worker/limits.ts';
import { makeLineReader } from '#grader/worker/line-reader.ts';

function readAll(chunks: Uint8Array[]): { lines: string[]; tooLong: number } {
  const lines: string[] = [];
  let tooLong = 0;
  const read = makeLineReader(
    (line) => lines.push(line),
    () => {
      tooLong += 1;
    },
  );
  for (const chunk of chunks) read(Buffer.from(chunk));
  return { lines, tooLong };
}

function cut(bytes: Buffer, lengths: number[]): Buffer[] {
  const chunks: Buffer[] = [];
  let from = 0;
  for (const length of lengths) {
    chunks.push(bytes.subarray(from, from + length));
    from += length;
  }
  return [...chunks, bytes.subarray(from)];
}

test('lines come out whole, whatever the chunks they arrived in', () => {
  const line = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\n', ''));
  const property = fc.property(fc.array(line), fc.array(fc.nat(20)), (lines, lengths) => {
    const bytes = Buffer.from(lines.map((each) => `${each}\n`).join(''));
    const expected = lines.map((each) => Buffer.from(each).toString());
    expect(readAll(cut(bytes, lengths))).toEqual({ lines: expected, tooLong: 0 });
  });
  fc.assert(property, { numRuns: 500 });
});

test('bytes that are no text are read as replacement characters and end nothing', () => {
  const property = fc.property(fc.array(fc.uint8Array()), (chunks) => {
    const { lines, tooLong } = readAll(chunks);
    const ends = Buffer.concat(chunks).filter((byte) => byte === 10).length;
    expect({ count: lines.length, tooLong }).toEqual({ count: ends, tooLong: 0 });
  });
  fc.assert(property, { numRuns: 500 });
});

test('a line beyond the limit is told once, and nothing is read after it', () => {
  const chunk = Buffer.alloc(1024 * 1024, 'x');
  const count = limits.messageLimitBytes / chunk.length + 1;
  const chunks = [Buffer.from('first\n'), ...Array<Buffer>(count).fill(chunk), Buffer.from('\nlast\n')];
  expect(readAll(chunks)).toEqual({ lines: ['first'], tooLong: 1 });
});

test('a line beyond the limit is not read, even when it comes whole', () => {
  const bytes = Buffer.alloc(limits.messageLimitBytes + 10, 'x');
  bytes[bytes.length - 1] = 10;
  const { lines, tooLong } = readAll([bytes]);
  expect({ count: lines.length, tooLong }).toEqual({ count: 0, tooLong: 1 });
});
