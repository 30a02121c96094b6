// Server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html
import type { LiveEvent } from './attempt-events.ts';

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // no-transform keeps proxies and Next's own compression from holding events back.
  'Cache-Control': 'no-cache, no-transform',
  'X-Accel-Buffering': 'no',
};

/** How soon a browser that lost the connection asks again. */
const RETRY_MS = 1_000;

/** @param events Asked for the next one only when the last was taken; ended when the reader leaves. */
export function eventStream(events: AsyncGenerator<LiveEvent>, leave: () => void): Response {
  const encoder = new TextEncoder();
  let begun = false;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!begun) {
        begun = true;
        controller.enqueue(encoder.encode(`retry: ${RETRY_MS}\n\n`));
        return;
      }
      const next = await events.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(print(next.value)));
    },
    async cancel() {
      leave();
      await events.return(undefined); // one that nobody asks for its next event would never let go by itself
    },
  });
  return new Response(body, { headers: HEADERS });
}

function print(live: LiveEvent): string {
  if (live.event === 'beat') return ': still here\n\n';
  return `id: ${live.id}\nevent: ${live.event}\ndata: ${JSON.stringify(live.data)}\n\n`;
}
