import { expect, test } from 'vitest';
import type { LiveEvent } from '#app/_grading/attempt-events.ts';
import { eventStream } from '#app/_grading/event-stream.ts';

test('a reader that leaves without having taken all events frees what they held', async () => {
  const log: string[] = [];
  async function* events(): AsyncGenerator<LiveEvent> {
    try {
      for (;;) {
        await Promise.resolve();
        yield { event: 'beat' };
      }
    } finally {
      log.push('freed');
    }
  }
  const reader = eventStream(events(), () => log.push('left')).body?.getReader();
  await reader?.read();
  await reader?.read();
  await new Promise((resolve) => setTimeout(resolve, 5)); // one event is taken ahead of its reader
  await reader?.cancel();
  expect(log).toEqual(['left', 'freed']);
});
