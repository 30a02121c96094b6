// What a long run may wear out, measured from outside: memory of both sides, descriptors, processes.
import { readdirSync, readFileSync } from 'node:fs';
import { innermostOf, readRssMiB } from '#grader/worker/process-figures.ts';
import { familyOf } from '#tests/helpers/processes.ts';

export type Sample = {
  count: number;
  parentMiB: number;
  parentHeapMiB: number;
  childMiB: number;
  childPid: number;
  openFiles: number;
};

/** After `count` gradings. Needs --expose-gc: garbage that nobody collected yet is no leak. */
export function takeSample(count: number): Sample {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  const childPid = innermostOf(familyOf(process.pid).find(({ pid }) => pid !== process.pid)?.pid ?? 0);
  return {
    count,
    parentMiB: rss / 2 ** 20,
    parentHeapMiB: heapUsed / 2 ** 20,
    childMiB: readRssMiB(childPid),
    childPid,
    openFiles: readdirSync('/proc/self/fd').length,
  };
}

/** How many MiB come to it per 1,000 gradings, by least squares. */
export function slopePer1000(samples: Sample[], field: 'parentMiB' | 'parentHeapMiB' | 'childMiB'): number {
  const mean = (of: (each: Sample) => number): number =>
    samples.reduce((sum, each) => sum + of(each), 0) / samples.length;
  const meanCount = mean(({ count }) => count);
  const meanMiB = mean((each) => each[field]);
  const above = mean((each) => (each.count - meanCount) * (each[field] - meanMiB));
  const below = mean(({ count }) => (count - meanCount) ** 2);
  return below === 0 ? 0 : (above / below) * 1000;
}

export function countZombies(): number {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isOwnZombie(name)).length;
}

function isOwnZombie(pid: string): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' && Number(parent) === process.pid;
  } catch {
    return false;
  }
}
