import type { JoinRefusal } from '#app/_data/join-links.ts';

/** Why a link lets nobody in, and what to do about it. */
export const joinRefusals: Record<JoinRefusal, string> = {
  unknown: 'This join link does not exist. Check that you copied all of it.',
  revoked: 'Your instructor has closed this link. Ask them for a new one.',
  expired: 'This link has run out. Ask your instructor for a new one.',
  full: 'This link has been used as often as it may. Ask your instructor for a new one.',
};
