import 'server-only';
import type { Prisma, PrismaClient } from '#prisma/client/client.ts';
import { recordAudit } from './audit.ts';
import type { AuditAction } from './audit.ts';
import type { Database, Transaction } from './database.ts';
import type { SystemRole, Theme } from './session.ts';

export type UserListItem = {
  id: string;
  name: string;
  email: string;
  role: SystemRole;
  disabledAt: Date | null;
  createdAt: Date;
  classes: number;
};
export const USERS_PER_PAGE = 50;

/** Accounts whose name or e-mail holds `search`, by name; `total` counts all of them. */
export async function listUsers(
  database: PrismaClient,
  { search, page }: { search: string; page: number },
): Promise<{ users: UserListItem[]; total: number }> {
  const contains = { contains: search, mode: 'insensitive' } as const;
  const where: Prisma.UserWhereInput = search === '' ? {} : { OR: [{ name: contains }, { email: contains }] };
  const [rows, total] = await Promise.all([
    database.user.findMany({
      where,
      select: { ...listed, _count: { select: { memberships: true } } },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      skip: (page - 1) * USERS_PER_PAGE,
      take: USERS_PER_PAGE,
    }),
    database.user.count({ where }),
  ]);
  return { users: rows.map(({ _count, ...user }) => ({ ...user, classes: _count.memberships })), total };
}

const listed = { id: true, name: true, email: true, role: true, disabledAt: true, createdAt: true } as const;

/** Makes an account with a password that its owner gets by hand. False if the e-mail is taken. */
export async function createAccount(
  database: PrismaClient,
  account: {
    actorId: string;
    name: string;
    email: string;
    role: 'INSTRUCTOR' | 'MEMBER';
    passwordHash: string;
  },
): Promise<boolean> {
  const { actorId, ...data } = account;
  return await database.$transaction(async (tx) => {
    const [user] = await tx.user.createManyAndReturn({
      data: [data],
      skipDuplicates: true,
      select: { id: true },
    });
    if (user === undefined) return false;
    await recordAudit(tx, {
      actorId,
      action: 'account.created',
      subject: user.id,
      details: { role: data.role },
    });
    return true;
  });
}

export type AccountChange = 'make-instructor' | 'make-member' | 'disable' | 'enable' | 'sign-out';

const changes = {
  'make-instructor': { action: 'account.role-changed', data: { role: 'INSTRUCTOR' } },
  'make-member': { action: 'account.role-changed', data: { role: 'MEMBER' } },
  disable: { action: 'account.disabled', data: { sessionVersion: { increment: 1 } } },
  enable: { action: 'account.enabled', data: { disabledAt: null } },
  'sign-out': { action: 'account.signed-out-everywhere', data: { sessionVersion: { increment: 1 } } },
} as const satisfies Record<AccountChange, { action: AuditAction; data: Prisma.UserUpdateManyMutationInput }>;

/**
 * What an administrator does to somebody else's account. Administrators' accounts are out of reach, their own
 * included: nobody can lock the installation's last one out.
 *
 * @returns false if there is no such account.
 */
export async function changeAccount(
  database: PrismaClient,
  { actorId, userId, change, now }: { actorId: string; userId: string; change: AccountChange; now: Date },
): Promise<boolean> {
  const { action, data } = changes[change];
  return await database.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: userId, role: { not: 'ADMINISTRATOR' } },
      data: change === 'disable' ? { ...data, disabledAt: now } : data,
    });
    if (count > 0) await recordAudit(tx, { actorId, action, subject: userId, details: { change } });
    return count > 0;
  });
}

/** Gives an account a new password and ends its sessions; the name of its owner, or null if out of reach. */
export async function resetPassword(
  database: PrismaClient,
  { actorId, userId, passwordHash }: { actorId: string; userId: string; passwordHash: string },
): Promise<string | null> {
  return await database.$transaction(async (tx) => {
    const user = await tx.user.findFirst({
      where: { id: userId, role: { not: 'ADMINISTRATOR' } },
      select: { name: true },
    });
    if (user === null) return null;
    await replacePassword(tx, userId, passwordHash);
    await recordAudit(tx, { actorId, action: 'account.password-reset', subject: userId });
    return user.name;
  });
}

async function replacePassword(tx: Transaction, userId: string, passwordHash: string): Promise<number> {
  const { sessionVersion } = await tx.user.update({
    where: { id: userId },
    data: { passwordHash, sessionVersion: { increment: 1 } },
    select: { sessionVersion: true },
  });
  return sessionVersion;
}

/** Sets one's own password and ends every session; returns the version for the one that goes on. */
export async function changeOwnPassword(
  database: PrismaClient,
  userId: string,
  passwordHash: string,
): Promise<number> {
  return await database.$transaction(async (tx) => {
    const sessionVersion = await replacePassword(tx, userId, passwordHash);
    await recordAudit(tx, { actorId: userId, action: 'account.password-changed', subject: userId });
    return sessionVersion;
  });
}

/** Ends every session of one's own account, this one included. */
export async function signOutEverywhere(database: PrismaClient, userId: string): Promise<void> {
  await database.$transaction(async (tx) => {
    await tx.user.update({
      where: { id: userId },
      data: { sessionVersion: { increment: 1 } },
      select: { id: true },
    });
    await recordAudit(tx, { actorId: userId, action: 'account.signed-out-everywhere', subject: userId });
  });
}

export async function saveTheme(database: Database, userId: string, theme: Theme): Promise<void> {
  await database.user.update({ where: { id: userId }, data: { theme }, select: { id: true } });
}

export async function saveName(database: Database, userId: string, name: string): Promise<void> {
  await database.user.update({ where: { id: userId }, data: { name }, select: { id: true } });
}

/** Null for an account that signs in with a provider alone. */
export async function findPasswordHash(database: Database, userId: string): Promise<string | null> {
  const user = await database.user.findUnique({ where: { id: userId }, select: { passwordHash: true } });
  return user?.passwordHash ?? null;
}
