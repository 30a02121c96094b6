import { attemptBodySchema } from '#app/_grading/attempt-body.ts';
import { getDatabase } from '#app/_data/database.ts';
import { route } from '#app/_grading/handler.ts';
import { run } from '#app/_grading/run.ts';

export const POST = route(
  { body: attemptBodySchema, limit: { name: 'run', perMinute: 60 } },
  async ({ user, body }) => {
    const answer = await run(getDatabase(), { ...body, userId: user.id, now: new Date() });
    return Response.json(answer, { status: 202 });
  },
);
