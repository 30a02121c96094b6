import { z } from 'zod';

/** What can be graded can be kept, and a little more, so that nothing typed is lost. */
const MAXIMUM_CHARACTERS = 128 * 1024;

/** One more must still fit the column. */
const MAXIMUM_REVISION = 2 ** 31 - 2;

/** Body of PUT /api/drafts/:exerciseId. */
export const draftBodySchema = z.object({
  path: z.string('Say which file it is.').regex(/^[\w.-]{1,100}$/, 'That is no name of a file.'),
  source: z
    .string('A file is text.')
    .max(MAXIMUM_CHARACTERS, 'This file is too long to keep: at most 131,072 characters.')
    .refine((source) => !source.includes('\0'), 'This file contains a NUL character, which cannot be kept.'),
  revision: z.int32('A revision is a whole number.').min(0).max(MAXIMUM_REVISION),
});
