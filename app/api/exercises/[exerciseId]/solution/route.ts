import { getDatabase } from '#app/_data/database.ts';
import { findSolution } from '#app/_data/exercises.ts';
import { route } from '#app/_grading/handler.ts';

/** The reference solution `{ files }`, once this person has passed; 403 before. */
export const GET = route({ limit: { name: 'solution', perMinute: 60 } }, async ({ user, params }) => {
  const files = await findSolution(getDatabase(), user.id, params['exerciseId'] ?? '');
  if (files === null) {
    return Response.json(
      { error: 'The solution opens when a submission of yours has passed.' },
      { status: 403 },
    );
  }
  return Response.json({ files }, { headers: { 'Cache-Control': 'no-store' } });
});
