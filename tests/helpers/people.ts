// Accounts and classes for tests, made as directly as rows can be.
import { randomUUID } from 'node:crypto';
import type { PrismaClient } from '#prisma/client/client.ts';
import type { SystemRole } from '#app/_data/session.ts';

export type TestUser = { id: string; email: string; sessionVersion: number };

export async function makeUser(
  database: PrismaClient,
  data: { name?: string; role?: SystemRole; passwordHash?: string } = {},
): Promise<TestUser> {
  const email = `${randomUUID()}@example.test`;
  return await database.user.create({
    data: { name: 'Somebody', ...data, email },
    select: { id: true, email: true, sessionVersion: true },
  });
}

/** A class with its instructor and that many students. */
export async function makeClass(
  database: PrismaClient,
  students: number,
): Promise<{ id: string; instructor: TestUser; students: TestUser[] }> {
  const instructor = await makeUser(database, { role: 'INSTRUCTOR' });
  const people = await Promise.all(Array.from({ length: students }, async () => await makeUser(database)));
  const { id } = await database.classroom.create({
    data: {
      name: 'A class',
      createdById: instructor.id,
      memberships: {
        create: [
          { userId: instructor.id, role: 'INSTRUCTOR' },
          ...people.map((person) => ({ userId: person.id, role: 'STUDENT' as const })),
        ],
      },
    },
    select: { id: true },
  });
  return { id, instructor, students: people };
}
