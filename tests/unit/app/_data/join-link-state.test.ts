import { expect, test } from 'vitest';
import { joinLinkState } from '#app/_data/join-link-state.ts';

const now = new Date('2027-01-01T12:00:00Z');
const open = { revokedAt: null, expiresAt: null, maximumUses: null, uses: 40 };

test.each([
  ['open', {}],
  ['open', { expiresAt: new Date('2027-01-01T12:00:01Z'), maximumUses: 41 }],
  ['expired', { expiresAt: now }],
  ['full', { maximumUses: 40 }],
  ['revoked', { revokedAt: now, expiresAt: now, maximumUses: 1 }],
] as const)('a link is %s with %j', (state, change) => {
  expect(joinLinkState({ ...open, ...change }, now)).toBe(state);
});
