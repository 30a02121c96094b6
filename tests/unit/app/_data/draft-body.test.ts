import { expect, test } from 'vitest';
import { draftBodySchema } from '#app/_data/draft-body.ts';

const body = { path: 'solution.js', source: '// half a thought', revision: 3 };

test('a file with its text and revision can be kept', () => {
  expect(draftBodySchema.parse(body)).toEqual(body);
});

test.each([
  { path: 'a\0b' },
  { path: '' },
  { source: 'a\0b' },
  { revision: -1 },
  { revision: 2 ** 31 - 1 },
  { revision: 0.5 },
])('what the database cannot hold is refused: %j', (wrong) => {
  expect(draftBodySchema.safeParse({ ...body, ...wrong }).success).toBe(false);
});
