import { getDatabase } from '#app/_data/database.ts';
import { isReady } from '#app/_grading/is-ready.ts';

export const dynamic = 'force-dynamic';

/** Requests can be served: the database answers and holds the queue. */
export async function GET(): Promise<Response> {
  const ready = await isReady(getDatabase());
  const status = ready ? 200 : 503;
  return new Response(ready ? 'ready\n' : 'not ready\n', {
    status,
    headers: { 'Cache-Control': 'no-store' },
  });
}
