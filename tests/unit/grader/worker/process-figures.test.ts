import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { innermostOf, readCpuMs, readRssMiB } from '#grader/worker/process-figures.ts';

test.runIf(process.platform === 'linux')(
  'the innermost process is the one that its wrappers started',
  async () => {
    const child = spawn('sh', ['-c', 'sh -c "sleep 20; true"; true']);
    const find = (): number => innermostOf(child.pid ?? 0);
    await vi.waitFor(() => expect(readFileSync(`/proc/${find()}/comm`, 'utf8')).toBe('sleep\n'));
    process.kill(find(), 'SIGKILL');
    child.kill('SIGKILL');
  },
);

test.runIf(process.platform === 'linux')('memory and processor time of a process are told', () => {
  const before = readCpuMs(process.pid) ?? 0;
  const end = performance.now() + 300;
  while (performance.now() < end);
  expect(readCpuMs(process.pid)).toBeGreaterThan(before);
  expect(readRssMiB(process.pid)).toBeGreaterThan(10);
});

test('of a process that is not there nothing is told', () => {
  expect(readCpuMs(2 ** 22 + 1)).toBeUndefined();
  expect(readRssMiB(2 ** 22 + 1)).toBe(0);
  expect(innermostOf(2 ** 22 + 1)).toBe(2 ** 22 + 1);
});
