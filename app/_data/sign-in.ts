import 'server-only';
import type { PrismaClient } from '#prisma/client/client.ts';
import { NOBODYS_HASH, PASSWORD_MAXIMUM, verifyPassword } from './password.ts';
import type { SessionClaims } from './session-token.ts';

/** E-mail addresses are compared and stored like this. */
export function normalizeEmail(email: string): string {
  return email.trim().toLowerCase();
}

/**
 * The account of an e-mail address and its password. An unknown address, an account without a password,
 * a disabled one and a wrong password all take as long and give the same answer: null.
 */
export async function checkPassword(
  database: PrismaClient,
  email: string,
  password: string,
): Promise<SessionClaims | null> {
  const user = await database.user.findUnique({
    where: { email: normalizeEmail(email) },
    select: { id: true, passwordHash: true, sessionVersion: true, disabledAt: true },
  });
  const isRight = await verifyPassword(
    password.slice(0, PASSWORD_MAXIMUM + 1),
    user?.passwordHash ?? NOBODYS_HASH,
  );
  if (user === null || user.passwordHash === null || user.disabledAt !== null || !isRight) return null;
  return { userId: user.id, sessionVersion: user.sessionVersion };
}
