import 'server-only';
import type { NextAuthOptions, Profile } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { cookies } from 'next/headers';
import { env } from '#app/_config/env.ts';
import { getDatabase } from './database.ts';
import { JOIN_COOKIE } from './join-cookie.ts';
import { findProviderClaims, signInWithProvider } from './provider-sign-in.ts';
import { outsideProviders } from './providers.ts';
import { SESSION_SECONDS, sessionCookie } from './session-token.ts';
import { checkPassword } from './sign-in.ts';

/** What a token holds of a password sign-in, carried through next-auth's `user`. */
type PasswordUser = { id: string; sessionVersion: number };

const password = Credentials({
  credentials: { email: {}, password: {} },
  authorize: async (given): Promise<PasswordUser | null> => {
    if (given === undefined) return null;
    const claims = await checkPassword(getDatabase(), given.email, given.password);
    return claims === null ? null : { id: claims.userId, sessionVersion: claims.sessionVersion };
  },
});

/** Sign-in by next-auth. The token holds who and which session version; everything else is read from the user's row. */
export const authOptions: NextAuthOptions = {
  secret: env.NEXTAUTH_SECRET,
  session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
  cookies: { sessionToken: sessionCookie },
  pages: { signIn: '/login', error: '/login', signOut: '/' },
  providers: [password, ...outsideProviders(env)],
  callbacks: {
    signIn: async ({ account, profile, user }) => {
      if (account === null || account.type !== 'oauth') return true;
      const outcome = await signInWithProvider(
        getDatabase(),
        {
          provider: account.provider,
          providerAccountId: account.providerAccountId,
          email: verifiedEmail(account.provider, profile),
          name: user.name ?? null,
        },
        (await cookies()).get(JOIN_COOKIE)?.value ?? null,
        new Date(),
      );
      return outcome === 'signed-in' ? true : `/login?error=${outcome}`;
    },
    jwt: async ({ token, user, account }) => {
      if (account?.type === 'oauth') return { ...(await findProviderClaims(getDatabase(), account)) };
      return isPasswordUser(user) ? { userId: user.id, sessionVersion: user.sessionVersion } : token;
    },
    session: ({ session }) => ({ expires: session.expires }),
  },
};

function isPasswordUser(user: unknown): user is PasswordUser {
  return typeof user === 'object' && user !== null && 'sessionVersion' in user;
}

/** GitHub's profile was reduced to a verified address by providers.ts; an OpenID issuer says so itself. */
function verifiedEmail(
  provider: string,
  profile: (Profile & { email_verified?: unknown }) | undefined,
): string | null {
  if (profile?.email === undefined) return null;
  return provider === 'github' || profile.email_verified === true ? profile.email : null;
}
