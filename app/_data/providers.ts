import 'server-only';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import GitHub from 'next-auth/providers/github';
import type { GithubProfile } from 'next-auth/providers/github';
import { z } from 'zod';
import type { Env } from '#app/_config/settings.ts';

export type ProviderButton = { id: string; name: string };

type OidcClaims = { sub: string; name?: string; email?: string; email_verified?: boolean };

/** The sign-ins beside the password that the settings ask for, as buttons. */
export function providerButtons(env: Env): ProviderButton[] {
  return outsideProviders(env).map(({ id, name }) => ({ id, name }));
}

export function outsideProviders(env: Env): (OAuthConfig<GithubProfile> | OAuthConfig<OidcClaims>)[] {
  const { GITHUB_ID, GITHUB_SECRET, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env;
  return [
    ...(GITHUB_ID !== undefined && GITHUB_SECRET !== undefined ? [github(GITHUB_ID, GITHUB_SECRET)] : []),
    ...(OIDC_ISSUER !== undefined && OIDC_CLIENT_ID !== undefined && OIDC_CLIENT_SECRET !== undefined
      ? [openId(OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, env.OIDC_NAME)]
      : []),
  ];
}

/** GitHub's profile shows any address its owner likes; only the list of e-mails says which one is verified. */
function github(clientId: string, clientSecret: string): OAuthConfig<GithubProfile> {
  const provider = GitHub({ clientId, clientSecret });
  return {
    ...provider,
    userinfo: {
      url: 'https://api.github.com/user',
      request: async ({ client, tokens }) => {
        const accessToken = tokens.access_token ?? '';
        const profile = await client.userinfo<GithubProfile>(accessToken);
        return { ...profile, email: (await githubEmail(accessToken)) ?? undefined };
      },
    },
  } as OAuthConfig<GithubProfile>;
}

const githubEmails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

async function githubEmail(accessToken: string): Promise<string | null> {
  const response = await fetch('https://api.github.com/user/emails', {
    headers: { authorization: `Bearer ${accessToken}`, accept: 'application/vnd.github+json' },
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) return null;
  const emails = githubEmails.parse(await response.json());
  return emails.find(({ primary, verified }) => primary && verified)?.email ?? null;
}

function openId(
  issuer: string,
  clientId: string,
  clientSecret: string,
  name: string,
): OAuthConfig<OidcClaims> {
  return {
    id: 'oidc',
    name,
    type: 'oauth',
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state'],
    clientId,
    clientSecret,
    profile: (claims) => ({ id: claims.sub, name: claims.name ?? null, email: claims.email ?? null }),
  };
}
