import 'server-only';
import type { PrismaClient } from '#prisma/client/client.ts';
import { recordAudit } from './audit.ts';
import type { Transaction } from './database.ts';
import type { SessionClaims } from './session-token.ts';
import { isSetupToken } from './setup-token.ts';
import { normalizeEmail } from './sign-in.ts';

export type SetupRequest = {
  token: string;
  name: string;
  email: string;
  passwordHash: string;
  now: Date;
  /** What else belongs to the set-up; all of it happens, or none. */
  also?: (tx: Transaction) => Promise<void>;
};
export type SetupResult =
  ({ outcome: 'done' } & SessionClaims) | { outcome: 'closed' | 'wrong-token' | 'email-taken' };

/** Whether nobody has set this installation up yet. Once closed, it stays closed, whoever is deleted. */
export async function isSetupOpen(database: PrismaClient): Promise<boolean> {
  const installation = await database.installation.findUnique({
    where: { id: 1 },
    select: { setupCompletedAt: true },
  });
  return installation !== null && installation.setupCompletedAt === null;
}

/** Whether there is nobody who could sign in: open set-up, and no account either. A demo brings accounts before the set-up. */
export async function isNobodyHere(database: PrismaClient): Promise<boolean> {
  return (await isSetupOpen(database)) && (await database.user.count()) === 0;
}

/** Makes the administrator. The installation's row is locked first: of two at the same time, one finds it closed. */
export async function completeSetup(database: PrismaClient, request: SetupRequest): Promise<SetupResult> {
  return await database.$transaction(async (tx) => {
    const installation = await lockInstallation(tx);
    if (installation === null || installation.setupCompletedAt !== null) return { outcome: 'closed' };
    if (!isSetupToken(request.token, installation.setupTokenHash)) return { outcome: 'wrong-token' };
    const email = normalizeEmail(request.email);
    if ((await tx.user.count({ where: { email } })) > 0) return { outcome: 'email-taken' };
    const userId = await createAdministrator(tx, request, email);
    await request.also?.(tx);
    return { outcome: 'done', userId, sessionVersion: 0 };
  });
}

type InstallationRow = { setupTokenHash: string | null; setupCompletedAt: Date | null };

async function lockInstallation(tx: Transaction): Promise<InstallationRow | null> {
  const rows = await tx.$queryRaw<InstallationRow[]>`
    SELECT "setupTokenHash", "setupCompletedAt" FROM "Installation" WHERE "id" = 1 FOR UPDATE`;
  return rows[0] ?? null;
}

async function createAdministrator(tx: Transaction, request: SetupRequest, email: string): Promise<string> {
  const { id } = await tx.user.create({
    data: { email, name: request.name, passwordHash: request.passwordHash, role: 'ADMINISTRATOR' },
    select: { id: true },
  });
  await tx.installation.update({
    where: { id: 1 },
    data: { setupCompletedAt: request.now, setupTokenHash: null },
    select: { id: true },
  });
  await recordAudit(tx, { actorId: id, action: 'installation.set-up', subject: id });
  return id;
}
