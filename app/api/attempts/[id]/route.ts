import { getDatabase } from '#app/_data/database.ts';
import { findAttemptView } from '#app/_grading/find-attempt.ts';
import { route } from '#app/_grading/handler.ts';
import { RefusalError } from '#app/_grading/refusal.ts';

export const GET = route({ limit: { name: 'attempt', perMinute: 240 } }, async ({ user, params }) => {
  const view = await findAttemptView(getDatabase(), user.id, params['id'] ?? '');
  if (view === null) throw new RefusalError('NO_SUCH_ATTEMPT', 'There is no such attempt.');
  return Response.json(view, { headers: { 'Cache-Control': 'no-store' } });
});
