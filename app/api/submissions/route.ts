import { attemptBodySchema } from '#app/_grading/attempt-body.ts';
import { getDatabase } from '#app/_data/database.ts';
import { route } from '#app/_grading/handler.ts';
import { submit } from '#app/_grading/submit.ts';

export const POST = route(
  { body: attemptBodySchema, limit: { name: 'submit', perMinute: 30 } },
  async ({ user, body }) => {
    const answer = await submit(getDatabase(), { ...body, userId: user.id, now: new Date() });
    return Response.json(answer, { status: answer.existing ? 200 : 202 });
  },
);
