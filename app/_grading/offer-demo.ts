import 'server-only';
import type { PrismaClient } from '#prisma/client/client.ts';
import { enqueueDemo } from './enqueue.ts';

/** Has the demo class filled by a grader process; a web request never grades. Asking again while it waits changes nothing. */
export async function offerDemo(database: PrismaClient): Promise<void> {
  await enqueueDemo(database);
}
