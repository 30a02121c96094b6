import 'server-only';
import type { PrismaClient } from '#prisma/client/client.ts';
import { recordAudit } from './audit.ts';
import type { Transaction } from './database.ts';
import { findOpenJoinLink } from './join-links.ts';
import type { SessionClaims } from './session-token.ts';
import { normalizeEmail } from './sign-in.ts';

/** What GitHub or an OpenID Connect issuer says about who came back; `email` only if they verified it. */
export type ProviderIdentity = {
  provider: string;
  providerAccountId: string;
  email: string | null;
  name: string | null;
};
export type ProviderSignIn = 'signed-in' | 'no-account' | 'unverified' | 'disabled';

/**
 * Finds the account of an outside identity: by an earlier link, else by verified e-mail, else, for
 * somebody who comes with an open join link, by making one. There is no open registration.
 */
export async function signInWithProvider(
  database: PrismaClient,
  identity: ProviderIdentity,
  joinCode: string | null,
  now: Date,
): Promise<ProviderSignIn> {
  const linked = await findLinkedAccount(database, identity);
  if (linked !== null) return linked.user.disabledAt === null ? 'signed-in' : 'disabled';
  if (identity.email === null) return 'unverified';
  const email = normalizeEmail(identity.email);
  return await database.$transaction(async (tx) => {
    const user = await tx.user.findUnique({
      where: { email },
      select: { id: true, role: true, disabledAt: true },
    });
    if (user !== null) return user.disabledAt === null ? await link(tx, user, identity) : 'disabled';
    if (joinCode === null || (await findOpenJoinLink(tx, joinCode, now)) === null) return 'no-account';
    await createLinked(tx, email, identity);
    return 'signed-in';
  });
}

/** The claims for the token of an identity that `signInWithProvider` let in. */
export async function findProviderClaims(
  database: PrismaClient,
  identity: Pick<ProviderIdentity, 'provider' | 'providerAccountId'>,
): Promise<SessionClaims | null> {
  const linked = await findLinkedAccount(database, identity);
  return linked === null ? null : { userId: linked.user.id, sessionVersion: linked.user.sessionVersion };
}

async function findLinkedAccount(
  database: PrismaClient,
  { provider, providerAccountId }: Pick<ProviderIdentity, 'provider' | 'providerAccountId'>,
): Promise<{ user: { id: string; sessionVersion: number; disabledAt: Date | null } } | null> {
  return await database.account.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    select: { user: { select: { id: true, sessionVersion: true, disabledAt: true } } },
  });
}

/**
 * Nobody had shown until now that this address is theirs: whoever registered with it may have been somebody
 * else, waiting for its owner. So the password and the sessions from before end. The administrator's
 * address was typed with the set-up token in hand.
 */
async function link(
  tx: Transaction,
  user: { id: string; role: string },
  identity: ProviderIdentity,
): Promise<ProviderSignIn> {
  await tx.account.create({
    data: { userId: user.id, provider: identity.provider, providerAccountId: identity.providerAccountId },
  });
  if (user.role !== 'ADMINISTRATOR')
    await tx.user.update({
      where: { id: user.id },
      data: { passwordHash: null, sessionVersion: { increment: 1 } },
    });
  await recordAudit(tx, {
    actorId: user.id,
    action: 'account.linked',
    subject: user.id,
    details: { provider: identity.provider },
  });
  return 'signed-in';
}

async function createLinked(tx: Transaction, email: string, identity: ProviderIdentity): Promise<void> {
  const { provider, providerAccountId } = identity;
  await tx.user.create({
    data: { email, name: identity.name ?? email, accounts: { create: { provider, providerAccountId } } },
  });
}
