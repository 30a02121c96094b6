export type JoinLinkState = 'open' | 'revoked' | 'expired' | 'full';

type Limits = { revokedAt: Date | null; expiresAt: Date | null; maximumUses: number | null; uses: number };

/** Whether a link lets anybody in at `now`, and if not, why. */
export function joinLinkState({ revokedAt, expiresAt, maximumUses, uses }: Limits, now: Date): JoinLinkState {
  if (revokedAt !== null) return 'revoked';
  if (expiresAt !== null && expiresAt <= now) return 'expired';
  if (maximumUses !== null && uses >= maximumUses) return 'full';
  return 'open';
}
