import 'server-only';
import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { env } from '#app/_config/env.ts';

export const SESSION_SECONDS = 30 * 24 * 60 * 60;

const isSecure = env.APP_URL.startsWith('https://');

/** One name for next-auth and for us; `__Secure-` makes browsers refuse it over plain http. */
export const sessionCookie = {
  name: `${isSecure ? '__Secure-' : ''}interleave.session`,
  options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure },
} as const;

export type SessionClaims = { userId: string; sessionVersion: number };

/** The claims of the request's sign-in token; null without one, or when it is forged or expired. */
export async function readSessionClaims(): Promise<SessionClaims | null> {
  const token = (await cookies()).get(sessionCookie.name)?.value;
  if (token === undefined) return null;
  try {
    return toClaims(await decode({ token, secret: env.NEXTAUTH_SECRET }));
  } catch {
    return null; // not encrypted by us, or past its end
  }
}

function toClaims(token: Record<string, unknown> | null): SessionClaims | null {
  const userId = token?.['userId'];
  const sessionVersion = token?.['sessionVersion'];
  return typeof userId === 'string' && typeof sessionVersion === 'number' ? { userId, sessionVersion } : null;
}

/** Signs this browser in; only in Server Actions and Route Handlers, where cookies can be set. */
export async function issueSession(claims: SessionClaims): Promise<void> {
  const token = await encode({ token: claims, secret: env.NEXTAUTH_SECRET, maxAge: SESSION_SECONDS });
  (await cookies()).set(sessionCookie.name, token, { ...sessionCookie.options, maxAge: SESSION_SECONDS });
}

export async function clearSession(): Promise<void> {
  (await cookies()).delete({ name: sessionCookie.name, ...sessionCookie.options });
}
