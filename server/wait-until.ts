import { setTimeout as delay } from 'node:timers/promises';

/**
 * Asks again and again until the answer is true.
 *
 * @returns Whether it became true within `timeoutMs` wall milliseconds.
 */
export async function waitUntil(
  condition: () => boolean | Promise<boolean>,
  timeoutMs: number,
  intervalMs = 20,
): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  while (!(await condition())) {
    if (performance.now() > deadline) return false;
    await delay(intervalMs);
  }
  return true;
}
