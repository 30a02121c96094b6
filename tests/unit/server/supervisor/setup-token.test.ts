import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashOfSetupToken, makeSetupToken } from '#server/supervisor/setup-token.ts';

test('a token is three groups of four letters and digits that cannot be mixed up', () => {
  let next = 0;
  const token = makeSetupToken((below) => next++ % below);
  expect(token).toBe('abcd-efgh-jkmn');
  expect(makeSetupToken((below) => below - 1)).toBe('9999-9999-9999');
});

test('the hash is that of the bare lower-case letters, however the token was typed', () => {
  const expected = createHash('sha256').update('abcdefghjkmn').digest('hex');
  expect(hashOfSetupToken('abcd-efgh-jkmn')).toBe(expected);
  expect(hashOfSetupToken('ABCDEFGHJKMN')).toBe(expected);
});
