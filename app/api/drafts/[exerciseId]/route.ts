import { getDatabase } from '#app/_data/database.ts';
import { draftBodySchema } from '#app/_data/draft-body.ts';
import { saveDraft } from '#app/_data/drafts.ts';
import { route } from '#app/_grading/handler.ts';

/** Saves a draft: 200 `{ revision, savedAt }`, or 409 with what was saved elsewhere meanwhile. */
export const PUT = route(
  { body: draftBodySchema, limit: { name: 'draft', perMinute: 120 } },
  async ({ user, body, params }) => {
    const exerciseId = params['exerciseId'] ?? '';
    const saved = await saveDraft(getDatabase(), { ...body, userId: user.id, exerciseId, now: new Date() });
    if (saved.kind === 'no-such-file') {
      return Response.json(
        { error: `The exercise "${exerciseId}" offers no file "${body.path}".` },
        { status: 404 },
      );
    }
    const { kind, ...answer } = saved;
    return Response.json(answer, { status: kind === 'saved' ? 200 : 409 });
  },
);
