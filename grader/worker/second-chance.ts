// The isolate's limit is wall time. On a machine with more work than processors, an honest test can reach it without having
// had its second of processor time. Then it is run once more, with as much more wall time as it had too little.
import { limits } from './limits.ts';

/** Processor time of this thread, on which all guest code runs, so far. */
export function threadCpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/**
 * @param cpuMs Processor time that a test had when it reached the limit of wall time.
 * @returns wall ms for another try; null when it had its share: more than half of the limit.
 */
export function secondWindowMs(cpuMs: number): number | null {
  const { isolateTimeLimitMs, secondTimeLimitMs } = limits;
  if (cpuMs > isolateTimeLimitMs / 2) return null;
  return Math.min(secondTimeLimitMs, Math.ceil(isolateTimeLimitMs ** 2 / Math.max(cpuMs, 1)));
}
