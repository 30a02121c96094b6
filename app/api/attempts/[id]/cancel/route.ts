import { getDatabase } from '#app/_data/database.ts';
import { cancel } from '#app/_grading/cancel.ts';
import { route } from '#app/_grading/handler.ts';

export const POST = route({ limit: { name: 'cancel', perMinute: 60 } }, async ({ user, params }) => {
  await cancel(getDatabase(), { userId: user.id, id: params['id'] ?? '', now: new Date() });
  return new Response(null, { status: 204 });
});
