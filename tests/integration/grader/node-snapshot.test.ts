// Why a child may start from Node's own snapshot (docs/decisions/029-node-snapshot.md): the heap that all isolates of a process
// share is the same with it and without it. On another platform or Node the flag that isolated-vm asks for stays.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeSnapshotFlags } from '#grader/sandbox/node-snapshot.ts';

const maker = path.resolve(import.meta.dirname, '../../fixtures/snapshot-of-nothing.cjs');
const TIMES = 4;
/** A snapshot's header: four numbers, 64 bytes of version, then the offsets of its parts; the first is the read-only heap. */
const OFFSETS_AT = 80;
const WORD = 4;
/** Behind the objects and the table of roots comes one number that differs, and padding. */
const LAST_WORDS = 2;

function readOnlyHeap(flags: string[]): Buffer {
  const { status, stdout } = spawnSync(process.execPath, [...flags, maker], { maxBuffer: 16 * 1024 * 1024 });
  expect(status).toBe(0);
  return stdout.subarray(stdout.readUInt32LE(OFFSETS_AT), stdout.readUInt32LE(OFFSETS_AT + WORD));
}

/** Words that are not the same in all of them: hashes of strings, whose seed is drawn anew by every process. */
function differingWords(heaps: Buffer[]): number[] {
  const [first] = heaps;
  if (first === undefined) return [];
  const words = Array.from({ length: first.length / WORD }, (_, index) => index);
  return words.filter((word) =>
    heaps.some((heap) => heap.readUInt32LE(word * WORD) !== first.readUInt32LE(word * WORD)),
  );
}

describe.runIf(nodeSnapshotFlags(process).length === 0)('on this Node', () => {
  test('the read-only heap is the same with and without the start-up snapshot', () => {
    const runs = Array.from({ length: TIMES });
    const without = runs.map(() => readOnlyHeap(['--no-node-snapshot']));
    const beside = runs.map(() => readOnlyHeap([]));
    const lengths = new Set([...without, ...beside].map((heap) => heap.length));
    expect([...lengths]).toEqual([expect.any(Number)]);

    const hashes = new Set([...differingWords(without), ...differingWords(beside)]);
    const others = differingWords([...without, ...beside]).filter((word) => !hashes.has(word));
    const words = Math.max(...lengths) / WORD;
    expect(words).toBeGreaterThan(20_000);
    expect(hashes.size).toBeLessThan(words / 2);
    expect(others.every((word) => word >= words - LAST_WORDS)).toBe(true);
  });
});

test('another Node, or another platform, gets the flag', () => {
  expect(nodeSnapshotFlags({ platform: 'linux', version: 'v26.11.0' })).toEqual(['--no-node-snapshot']);
  expect(nodeSnapshotFlags({ platform: 'darwin', version: 'v26.10.0' })).toEqual(['--no-node-snapshot']);
});
