import { getDatabase } from '#app/_data/database.ts';
import { attemptEvents } from '#app/_grading/attempt-events.ts';
import { eventStream } from '#app/_grading/event-stream.ts';
import { getFeed } from '#app/_grading/feed.ts';
import { findAttempt } from '#app/_grading/find-attempt.ts';
import { route } from '#app/_grading/handler.ts';
import { RefusalError } from '#app/_grading/refusal.ts';

/** An attempt's events until it has ended. A browser that asks again after the last one is told to stop asking. */
export const GET = route({ limit: { name: 'events', perMinute: 120 } }, async ({ user, params, request }) => {
  const database = getDatabase();
  const attempt = await findAttempt(database, user.id, params['id'] ?? '');
  if (attempt === null) throw new RefusalError('NO_SUCH_ATTEMPT', 'There is no such attempt.');
  if (request.headers.get('last-event-id') === 'ended') return new Response(null, { status: 204 });
  const leaving = new AbortController();
  const signal = AbortSignal.any([request.signal, leaving.signal]);
  const events = attemptEvents({ database, feed: getFeed(), userId: user.id, attempt, signal });
  return eventStream(events, () => leaving.abort());
});
