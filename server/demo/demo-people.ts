// The demo class and its made-up members.
import type { Prisma, PrismaClient } from '#prisma/client/client.ts';
import {
  DEMO_CLASSROOM_ID,
  DEMO_CLASSROOM_NAME,
  DEMO_INSTRUCTOR_EMAIL,
  DEMO_PASSWORD,
  demoId,
  demoStudentEmail,
  demoStudentName,
} from './demo-ids.ts';
import { hashPassword } from './hash-password.ts';

export type DemoPeople = {
  /** In order of their numbers, from 1. */
  studentIds: string[];
  /** The administrator where there is one; otherwise a demo account of its own. */
  instructorEmail: string;
};

/** Makes what is missing of the class, its instructor and `studentCount` students. */
export async function makeDemoPeople(
  database: PrismaClient,
  studentCount: number,
  now: Date,
): Promise<DemoPeople> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  return await database.$transaction(
    async (tx) => {
      const instructor = (await findAdministrator(tx)) ?? (await makeInstructor(tx, passwordHash, now));
      const createdAt = now;
      const classroom = {
        id: DEMO_CLASSROOM_ID,
        name: DEMO_CLASSROOM_NAME,
        createdById: instructor.id,
        createdAt,
      };
      await tx.classroom.createMany({ data: [classroom], skipDuplicates: true });
      const students = Array.from({ length: studentCount }, (_, index) =>
        student(index + 1, passwordHash, now),
      );
      await tx.user.createMany({ data: students, skipDuplicates: true });
      const studentIds = students.map(({ id }) => id);
      await enrol(tx, studentIds, 'STUDENT', now);
      await enrol(tx, [instructor.id], 'INSTRUCTOR', now);
      return { studentIds, instructorEmail: instructor.email };
    },
    { timeout: 30_000 },
  );
}

type Person = { id: string; email: string };

async function findAdministrator(tx: Prisma.TransactionClient): Promise<Person | null> {
  return await tx.user.findFirst({
    where: { role: 'ADMINISTRATOR' },
    orderBy: { createdAt: 'asc' },
    select: { id: true, email: true },
  });
}

async function makeInstructor(
  tx: Prisma.TransactionClient,
  passwordHash: string,
  createdAt: Date,
): Promise<Person> {
  const who = { id: demoId('instructor'), email: DEMO_INSTRUCTOR_EMAIL, name: 'Instructor (demo)' };
  const data = { ...who, role: 'INSTRUCTOR' as const, isDemo: true, passwordHash, createdAt };
  await tx.user.createMany({ data: [data], skipDuplicates: true });
  return who;
}

function student(number: number, passwordHash: string, createdAt: Date) {
  const who = {
    id: demoId(`student ${number}`),
    email: demoStudentEmail(number),
    name: demoStudentName(number),
  };
  return { ...who, isDemo: true, passwordHash, createdAt };
}

async function enrol(
  tx: Prisma.TransactionClient,
  userIds: string[],
  role: 'STUDENT' | 'INSTRUCTOR',
  createdAt: Date,
): Promise<void> {
  const data = userIds.map((userId) => ({ classroomId: DEMO_CLASSROOM_ID, userId, role, createdAt }));
  await tx.membership.createMany({ data, skipDuplicates: true });
}
