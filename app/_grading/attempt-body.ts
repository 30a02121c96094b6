import { z } from 'zod';

/** Body of POST /api/runs and POST /api/submissions. */
export const attemptBodySchema = z.object({
  exerciseId: z.string('Say which exercise it is for.').min(1).max(100),
  files: z.record(
    z.string().max(100),
    z.string('A file is text.'),
    'Send the files as { "solution.js": "…" }.',
  ),
});
