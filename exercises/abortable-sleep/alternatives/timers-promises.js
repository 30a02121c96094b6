import { setTimeout as wait } from 'node:timers/promises';

export async function sleep(ms, signal) {
  await wait(ms, undefined, { signal }).catch(() => {
    throw signal.reason;
  });
}
