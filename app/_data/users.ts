import 'server-only';
import type { Database } from './database.ts';
import type { Theme } from './session.ts';

export async function saveTheme(database: Database, userId: string, theme: Theme): Promise<void> {
  await database.user.update({ where: { id: userId }, data: { theme }, select: { id: true } });
}
