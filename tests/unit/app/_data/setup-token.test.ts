import { expect, test } from 'vitest';
import { hashSetupToken, isSetupToken } from '#app/_data/setup-token.ts';

const kept = hashSetupToken('ajb6-xasc-2ks3');

test.each(['ajb6-xasc-2ks3', 'AJB6XASC2KS3', ' ajb6 xasc 2ks3 '])('%j is the token', (typed) => {
  expect(isSetupToken(typed, kept)).toBe(true);
});

test.each(['ajb6-xasc-2ks4', '', kept])('%j is not the token', (typed) => {
  expect(isSetupToken(typed, kept)).toBe(false);
});

test('without a kept hash there is no token', () => {
  expect(isSetupToken('', null)).toBe(false);
});
