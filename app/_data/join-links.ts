import 'server-only';
import { randomBytes } from 'node:crypto';
import type { PrismaClient } from '#prisma/client/client.ts';
import { recordAudit } from './audit.ts';
import type { Database, Transaction } from './database.ts';
import { joinLinkState } from './join-link-state.ts';
import type { JoinLinkState } from './join-link-state.ts';

export type JoinLinkView = {
  id: string;
  code: string;
  uses: number;
  maximumUses: number | null;
  expiresAt: Date | null;
  createdAt: Date;
  state: JoinLinkState;
};
export type JoinPreview = {
  state: JoinLinkState;
  classroom: { id: string; name: string };
  instructors: string[];
  /** Whether the one who looks is in the class already. */
  isMember: boolean;
};
export type Join = { userId: string; code: string; now: Date };
export type JoinResult =
  { outcome: 'joined' | 'already-member'; classroomId: string } | { outcome: JoinRefusal };
export type JoinRefusal = 'unknown' | Exclude<JoinLinkState, 'open'>;

const linkFields = {
  id: true,
  code: true,
  uses: true,
  maximumUses: true,
  expiresAt: true,
  revokedAt: true,
  createdAt: true,
} as const;

export async function createJoinLink(
  database: PrismaClient,
  {
    classroomId,
    actorId,
    expiresAt,
    maximumUses,
  }: { classroomId: string; actorId: string; expiresAt: Date | null; maximumUses: number | null },
): Promise<string> {
  const code = randomBytes(9).toString('base64url'); // 72 bits: nobody finds a class by guessing
  await database.$transaction(async (tx) => {
    const link = await tx.joinLink.create({
      data: { classroomId, code, expiresAt, maximumUses },
      select: { id: true },
    });
    await recordAudit(tx, {
      actorId,
      action: 'join-link.created',
      subject: link.id,
      details: { classroomId },
    });
  });
  return code;
}

export async function listJoinLinks(
  database: Database,
  classroomId: string,
  now: Date,
): Promise<JoinLinkView[]> {
  const links = await database.joinLink.findMany({
    where: { classroomId },
    select: linkFields,
    orderBy: { createdAt: 'desc' },
  });
  return links.map(({ revokedAt, ...link }) => ({
    ...link,
    state: joinLinkState({ ...link, revokedAt }, now),
  }));
}

/** Revokes a link of this very class; one that is revoked already stays as it is. */
export async function revokeJoinLink(
  database: PrismaClient,
  { classroomId, linkId, actorId, now }: { classroomId: string; linkId: string; actorId: string; now: Date },
): Promise<void> {
  await database.$transaction(async (tx) => {
    const { count } = await tx.joinLink.updateMany({
      where: { id: linkId, classroomId, revokedAt: null },
      data: { revokedAt: now },
    });
    if (count > 0)
      await recordAudit(tx, {
        actorId,
        action: 'join-link.revoked',
        subject: linkId,
        details: { classroomId },
      });
  });
}

/** What a link shows before anybody joins; null if there is no such link. */
export async function findJoinPreview(
  database: Database,
  { code, userId, now }: { code: string; userId: string | null; now: Date },
): Promise<JoinPreview | null> {
  const link = await database.joinLink.findUnique({
    where: { code },
    select: { ...linkFields, classroom: { select: { id: true, name: true, memberships: instructorNames } } },
  });
  if (link === null) return null;
  const { id, name, memberships } = link.classroom;
  const own = userId === null ? 0 : await database.membership.count({ where: { classroomId: id, userId } });
  return {
    state: joinLinkState(link, now),
    classroom: { id, name },
    instructors: memberships.map(({ user }) => user.name),
    isMember: own > 0,
  };
}

const instructorNames = {
  where: { role: 'INSTRUCTOR' },
  select: { user: { select: { name: true } } },
  orderBy: { createdAt: 'asc' },
} as const;

/** The link if it can be used now. */
export async function findOpenJoinLink(
  database: Database,
  code: string,
  now: Date,
): Promise<{ id: string; classroomId: string } | null> {
  const link = await database.joinLink.findUnique({
    where: { code },
    select: { ...linkFields, classroomId: true },
  });
  return link !== null && joinLinkState(link, now) === 'open' ? link : null;
}

/**
 * Makes the user a student of the link's class. Joining twice changes nothing, and a member is let through
 * by a link that is over. The link's row is locked, so that its maximum holds when many join at once.
 */
export async function joinClassroom(database: PrismaClient, join: Join): Promise<JoinResult> {
  return await database.$transaction(async (tx) => await joinWithin(tx, join));
}

/** `joinClassroom` as a step of a transaction, such as making the account. */
export async function joinWithin(tx: Transaction, { userId, code, now }: Join): Promise<JoinResult> {
  const classroomId = await lockClassroomOfLink(tx, code);
  if (classroomId === null) return { outcome: 'unknown' };
  const membership = await tx.membership.findUnique({
    where: { classroomId_userId: { classroomId, userId } },
    select: { id: true },
  });
  if (membership !== null) return { outcome: 'already-member', classroomId };
  const link = await tx.joinLink.findUniqueOrThrow({ where: { code }, select: linkFields });
  const state = joinLinkState(link, now);
  if (state !== 'open') return { outcome: state };
  const isNew = await addStudent(tx, { linkId: link.id, classroomId, userId });
  return { outcome: isNew ? 'joined' : 'already-member', classroomId };
}

async function lockClassroomOfLink(tx: Transaction, code: string): Promise<string | null> {
  const rows = await tx.$queryRaw<{ classroomId: string }[]>`
    SELECT "classroomId" FROM "JoinLink" WHERE "code" = ${code} FOR UPDATE`;
  return rows[0]?.classroomId ?? null;
}

/** False when the same student came in through another link at this very moment. */
async function addStudent(
  tx: Transaction,
  { linkId, classroomId, userId }: { linkId: string; classroomId: string; userId: string },
): Promise<boolean> {
  const { count } = await tx.membership.createMany({
    data: [{ classroomId, userId, role: 'STUDENT' }],
    skipDuplicates: true,
  });
  if (count === 0) return false;
  await tx.joinLink.update({ where: { id: linkId }, data: { uses: { increment: 1 } }, select: { id: true } });
  await recordAudit(tx, {
    actorId: userId,
    action: 'classroom.joined',
    subject: classroomId,
    details: { linkId },
  });
  return true;
}

/** Whether there was such a link and it lets nobody in any more. A full one may have room again. */
export async function isJoinLinkOver(database: Database, code: string, now: Date): Promise<boolean> {
  const link = await database.joinLink.findUnique({ where: { code }, select: linkFields });
  const state = link === null ? 'open' : joinLinkState(link, now);
  return state === 'revoked' || state === 'expired';
}
