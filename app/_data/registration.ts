import 'server-only';
import type { PrismaClient } from '#prisma/client/client.ts';
import { joinWithin } from './join-links.ts';
import type { JoinRefusal } from './join-links.ts';
import type { SessionClaims } from './session-token.ts';
import { normalizeEmail } from './sign-in.ts';

export type Registration = { code: string; name: string; email: string; passwordHash: string; now: Date };
export type RegistrationResult =
  ({ outcome: 'done'; classroomId: string } & SessionClaims) | { outcome: 'email-taken' | JoinRefusal };

class Refused extends Error {
  readonly reason: JoinRefusal;
  constructor(reason: JoinRefusal) {
    super(`The join link is ${reason}`);
    this.reason = reason;
  }
}

/** Makes an account and joins the link's class with it: both, or neither. There is no other way to register. */
export async function registerAndJoin(
  database: PrismaClient,
  { code, now, ...account }: Registration,
): Promise<RegistrationResult> {
  try {
    return await database.$transaction(async (tx) => {
      const data = { ...account, email: normalizeEmail(account.email) };
      const [user] = await tx.user.createManyAndReturn({
        data: [data],
        skipDuplicates: true,
        select: { id: true },
      });
      if (user === undefined) return { outcome: 'email-taken' };
      const joined = await joinWithin(tx, { userId: user.id, code, now });
      if (!('classroomId' in joined)) throw new Refused(joined.outcome); // takes the account back
      return { outcome: 'done', classroomId: joined.classroomId, userId: user.id, sessionVersion: 0 };
    });
  } catch (error) {
    if (error instanceof Refused) return { outcome: error.reason };
    throw error;
  }
}
