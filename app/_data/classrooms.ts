import 'server-only';
import type { PrismaClient } from '#prisma/client/client.ts';
import { recordAudit } from './audit.ts';
import type { Database } from './database.ts';

export type ClassroomListItem = {
  id: string;
  name: string;
  role: 'INSTRUCTOR' | 'STUDENT';
  students: number;
  instructors: string[];
};

/** Makes a class; who makes it teaches it. */
export async function createClassroom(
  database: PrismaClient,
  { actorId, name }: { actorId: string; name: string },
): Promise<string> {
  return await database.$transaction(async (tx) => {
    const { id } = await tx.classroom.create({
      data: { name, createdById: actorId, memberships: { create: { userId: actorId, role: 'INSTRUCTOR' } } },
      select: { id: true },
    });
    await recordAudit(tx, { actorId, action: 'classroom.created', subject: id, details: { name } });
    return id;
  });
}

/** The classes a user teaches or is taught in, newest first. */
export async function listClassrooms(database: Database, userId: string): Promise<ClassroomListItem[]> {
  const memberships = await database.membership.findMany({
    where: { userId, classroom: { archivedAt: null } },
    select: { role: true, classroom: { select: listed } },
    orderBy: { classroom: { createdAt: 'desc' } },
  });
  return memberships.map(({ role, classroom: { id, name, _count, memberships: teaching } }) => ({
    id,
    name,
    role,
    students: _count.memberships,
    instructors: teaching.map(({ user }) => user.name),
  }));
}

const listed = {
  id: true,
  name: true,
  _count: { select: { memberships: { where: { role: 'STUDENT' } } } },
  memberships: {
    where: { role: 'INSTRUCTOR' },
    select: { user: { select: { name: true } } },
    orderBy: { createdAt: 'asc' },
  },
} as const;
