'use server';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { getDatabase } from '#app/_data/database.ts';
import { clearSession } from '#app/_data/session-token.ts';
import { findSessionUser, toTheme } from '#app/_data/session.ts';
import { THEME_COOKIE, themeCookieOptions } from '#app/_config/theme.ts';
import { saveTheme } from '#app/_data/users.ts';

/** Open to everybody: it ends the caller's own session, if there is one. */
export async function signOut(): Promise<void> {
  await clearSession();
  redirect('/');
}

/** Open to everybody: a visitor's choice is kept in a cookie, a user's with the account as well. */
export async function chooseTheme(value: string): Promise<void> {
  const theme = toTheme(value);
  (await cookies()).set(THEME_COOKIE, theme, themeCookieOptions);
  const user = await findSessionUser();
  if (user !== null) await saveTheme(getDatabase(), user.id, theme);
}
