import { z } from 'zod';

/** What can be graded can be kept, and a little more, so that nothing typed is lost. */
const MAXIMUM_CHARACTERS = 128 * 1024;

/** Body of PUT /api/drafts/:exerciseId. */
export const draftBodySchema = z.object({
  path: z.string('Say which file it is.').min(1).max(100),
  source: z
    .string('A file is text.')
    .max(MAXIMUM_CHARACTERS, 'This file is too long to keep: at most 131,072 characters.')
    .refine((source) => !source.includes('\0'), 'This file contains a NUL character, which cannot be kept.'),
  revision: z.int('A revision is a whole number.').min(0),
});
