import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readSnapshot, snapshotMark } from '#grader/sandbox/guest-files.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'interleave-snapshot-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const bytes = Uint8Array.from({ length: 5000 }, (_, index) => index % 251);
const whole = Buffer.concat([snapshotMark(bytes), bytes]);

function read(content: Uint8Array): ArrayBuffer | undefined {
  const file = path.join(folder, 'world.snapshot');
  writeFileSync(file, content);
  return readSnapshot(file);
}

test('a whole snapshot is read as it was written', () => {
  expect(Buffer.from(read(whole) ?? new ArrayBuffer(0)).equals(bytes)).toBe(true);
});

test.each([
  ['cut short', whole.subarray(0, 2500)],
  ['changed', whole.with(4000, 0xff)],
  ['empty', new Uint8Array(0)],
  ['longer', Buffer.concat([whole, Buffer.from('x')])],
])('one that is %s is none', (_, content) => {
  expect(read(content)).toBeUndefined();
});

test('neither is a file that is not there', () => {
  expect(readSnapshot(path.join(folder, 'missing'))).toBeUndefined();
  expect(readSnapshot(null)).toBeUndefined();
});
