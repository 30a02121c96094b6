// `interleave run --steps`: the event loop, step by step.
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { runReportSchema } from '#grader/index.ts';
import { makeTemporaryFolder } from '#tests/helpers/temporary-folder.ts';

const root = path.resolve(import.meta.dirname, '../../..');

async function interleave(...args: string[]) {
  const file = path.join(makeTemporaryFolder(), 'solution.js');
  writeFileSync(file, "queueMicrotask(() => console.log('second'));\nconsole.log('first');\n");
  return await promisify(execFile)(process.execPath, [
    path.join(root, 'cli/interleave.js'),
    'run',
    file,
    ...args,
  ]);
}

test('prints one sentence per step, apart from what the program prints', async () => {
  const { stdout, stderr } = await interleave('--steps');
  expect(stdout).toBe('first\nsecond\n');
  expect(stderr.trimEnd().split('\n')).toEqual([
    '1  0 ms  The module runs from top to bottom.',
    '2  0 ms  A callback is queued on line 1: it runs once the call stack is empty, before the next timer.',
    '3  0 ms  The code that runs prints on line 2.',
    '4  0 ms  The module is done and leaves the call stack.',
    '5  0 ms  The call stack is empty, so the waiting microtask runs before any timer: the callback of queueMicrotask on line 1.',
    '6  0 ms  The callback of queueMicrotask is what was waiting; it runs on the empty call stack.',
    '7  0 ms  The code that runs prints on line 1.',
    '8  0 ms  The callback of queueMicrotask is done and leaves the call stack.',
  ]);
});

test('with --json, gives the trace as data', async () => {
  const { stdout } = await interleave('--steps', '--json');
  const report = runReportSchema.parse(JSON.parse(stdout));
  expect(report.steps?.steps.map(({ kind }) => kind)).toEqual([
    'call',
    'queue-microtask',
    'console',
    'return',
    'run-microtask',
    'call',
    'console',
    'return',
  ]);
  expect(report.steps?.microtasks).toMatchObject([
    { kind: 'microtask', queuedAt: 1, ranAt: 4, at: { line: 1 } },
  ]);
});

test('without it, there are no steps', async () => {
  const { stdout } = await interleave('--json');
  expect(runReportSchema.parse(JSON.parse(stdout))).not.toHaveProperty('steps');
});
