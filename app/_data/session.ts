import 'server-only';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { PATH_HEADER } from '#app/_config/path-header.ts';
import { loginPath } from '#app/_config/next-path.ts';
import type { PrismaClient } from '#prisma/client/client.ts';
import { getDatabase } from './database.ts';
import { readSessionClaims } from './session-token.ts';
import type { SessionClaims } from './session-token.ts';

export type SystemRole = 'ADMINISTRATOR' | 'INSTRUCTOR' | 'MEMBER';
export type Theme = 'light' | 'dark' | 'system';
export type SessionUser = { id: string; name: string; email: string; role: SystemRole; theme: Theme };
export type ClassroomInstructor = { user: SessionUser; classroom: { id: string; name: string } };

/**
 * Who is signed in. The token's version is compared with the user's row in the same query, so that
 * disabling an account or signing out everywhere ends its sessions with the next request.
 */
export async function findSessionUser(): Promise<SessionUser | null> {
  const claims = await readSessionClaims();
  return claims === null ? null : await findUserOfClaims(getDatabase(), claims);
}

export async function findUserOfClaims(
  database: PrismaClient,
  { userId, sessionVersion }: SessionClaims,
): Promise<SessionUser | null> {
  const user = await database.user.findFirst({
    where: { id: userId, sessionVersion, disabledAt: null },
    select: { id: true, name: true, email: true, role: true, theme: true },
  });
  return user === null ? null : { ...user, theme: toTheme(user.theme) };
}

/** The signed-in user; otherwise goes to /login, which comes back here. */
export async function requireUser(): Promise<SessionUser> {
  return (await findSessionUser()) ?? redirect(loginPath((await headers()).get(PATH_HEADER)));
}

/** The signed-in administrator; for everybody else the page does not exist. */
export async function requireAdministrator(): Promise<SessionUser> {
  const user = await requireUser();
  return user.role === 'ADMINISTRATOR' ? user : notFound();
}

/** A user who may create classes. */
export async function requireClassCreator(): Promise<SessionUser> {
  const user = await requireUser();
  return user.role === 'MEMBER' ? notFound() : user;
}

/** An instructor of this very class; for everybody else the page does not exist. */
export async function requireInstructor(classroomId: string): Promise<ClassroomInstructor> {
  const user = await requireUser();
  const classroom = await findInstructedClassroom(getDatabase(), user.id, classroomId);
  return classroom === null ? notFound() : { user, classroom };
}

export async function findInstructedClassroom(
  database: PrismaClient,
  userId: string,
  classroomId: string,
): Promise<{ id: string; name: string } | null> {
  return await database.classroom.findFirst({
    where: { id: classroomId, memberships: { some: { userId, role: 'INSTRUCTOR' } } },
    select: { id: true, name: true },
  });
}

export function toTheme(value: string | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : 'system';
}
