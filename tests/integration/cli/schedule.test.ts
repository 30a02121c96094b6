// Exploring on the command line: what breaks the code, and the way to see it again.
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { main } from '#cli/main.ts';

const races = path.resolve(import.meta.dirname, '../../fixtures/races');
const stale = path.join(races, 'search-box/mistakes/stale.ts');

let output = '';

beforeEach(() => {
  output = '';
  const write = (text: unknown): boolean => {
    output += String(text);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(write);
  vi.spyOn(process.stderr, 'write').mockImplementation(write);
  vi.spyOn(console, 'error').mockImplementation((text) => void write(`${String(text)}\n`));
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function interleave(...args: string[]): Promise<number> {
  return await main(['node', 'interleave', ...args, '--exercises', races]);
}

test('an exercise that is explored is proven like any other', async () => {
  expect(await interleave('check')).toBe(0);
});

test('the schedule that breaks the code is told with the option that replays it', async () => {
  expect(await interleave('grade', 'search-box', stale)).toBe(1);
  expect(output).toContain(
    'Passes when search("a") answers before search("ab"); fails when search("ab") answers first',
  );
  expect(output).toContain('replay it: --schedule 2,1');
  expect(output).not.toContain('Expected: it was fulfilled at');
});

test.each([
  ['2,1', 1],
  ['1,2', 0],
])('the schedule %s exits with %i', async (schedule, exitCode) => {
  expect(await interleave('grade', 'search-box', stale, '--schedule', schedule)).toBe(exitCode);
});

test('a schedule that is none is refused in one sentence', async () => {
  expect(await interleave('grade', 'search-box', stale, '--schedule', 'soon')).toBe(3);
  expect(output).toBe(
    '--schedule "soon": expected latencies in virtual ms, in order of start, with commas between them: 2,1.\n',
  );
});
