import { makeDatabase } from '#prisma/database.ts';
import { DEMO_CLASSROOM_ID } from './demo-ids.ts';

/**
 * Deletes the demo class and every demo account, with all they made.
 *
 * @returns How many accounts went.
 */
export async function removeDemo(databaseUrl: string): Promise<number> {
  const database = makeDatabase(databaseUrl);
  try {
    return await database.$transaction(async (tx) => {
      await tx.classroom.deleteMany({
        where: { OR: [{ id: DEMO_CLASSROOM_ID }, { createdBy: { isDemo: true } }] },
      });
      const { count } = await tx.user.deleteMany({ where: { isDemo: true } });
      return count;
    });
  } finally {
    await database.$disconnect();
  }
}
