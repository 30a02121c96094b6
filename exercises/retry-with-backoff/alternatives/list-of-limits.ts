import { setTimeout as sleep } from 'node:timers/promises';

type Options = {
  attempts: number;
  baseMs: number;
  random: () => number;
  isTemporary: (error: unknown) => boolean;
};

function* pauses({ attempts, baseMs, random }: Options): Generator<number> {
  for (let limitMs = baseMs, left = attempts - 1; left > 0; left -= 1, limitMs *= 2) {
    yield Math.trunc(limitMs * random());
  }
}

export async function retry<Value>(task: () => Promise<Value>, options: Options): Promise<Value> {
  const pausesMs = pauses(options);
  for (;;) {
    const [{ value, reason, status }] = (await Promise.allSettled([task()])) as [
      { value: Value; reason: unknown; status: string },
    ];
    if (status === 'fulfilled') return value;
    if (!options.isTemporary(reason)) throw reason;
    const pause = pausesMs.next();
    if (pause.done) throw new Error(`Gave up after attempt ${options.attempts}`, { cause: reason });
    await sleep(pause.value);
  }
}
