import type { SystemRole } from '#app/_data/session.ts';

export const roleWords: Record<SystemRole, string> = {
  ADMINISTRATOR: 'Administrator',
  INSTRUCTOR: 'Instructor',
  MEMBER: 'Member',
};
