'use server';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { getDatabase } from '#app/_data/database.ts';
import { JOIN_COOKIE, JOIN_COOKIE_SECONDS } from '#app/_data/join-cookie.ts';
import { joinClassroom } from '#app/_data/join-links.ts';
import { sessionCookie } from '#app/_data/session-token.ts';
import { requireUser } from '#app/_data/session.ts';

/** Joins the signed-in user; joining twice leads to the class again. */
export async function join(code: string): Promise<void> {
  const user = await requireUser();
  const result = await joinClassroom(getDatabase(), { userId: user.id, code, now: new Date() });
  // Somebody else took the last place, or the link was closed meanwhile: the page says which.
  if (!('classroomId' in result)) redirect(`/join/${encodeURIComponent(code)}`);
  redirect(`/home?joined=${result.outcome === 'joined' ? 'now' : 'before'}`);
}

/** Open to visitors: keeps the code while the browser is away at the provider. It joins nobody. */
export async function keepJoinCode(code: string): Promise<void> {
  (await cookies()).set(JOIN_COOKIE, code, { ...sessionCookie.options, maxAge: JOIN_COOKIE_SECONDS });
}
