import { createHash } from 'node:crypto';
import { connect } from '../connect.ts';

/** Without the letters and digits that look alike. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 3;
const GROUP_LENGTH = 4;

/** @param random A whole number from 0 up to, not including, its argument. */
export function makeSetupToken(random: (below: number) => number): string {
  const letter = () => ALPHABET.charAt(random(ALPHABET.length));
  const group = () => Array.from({ length: GROUP_LENGTH }, letter).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

export function hashOfSetupToken(token: string): string {
  return createHash('sha256').update(token.replaceAll('-', '').toLowerCase()).digest('hex');
}

/**
 * Makes this the one token that opens /setup, in place of an earlier start's.
 *
 * @returns False when the set-up is done, and no token opens anything any more.
 */
export async function offerSetup(databaseUrl: string, token: string): Promise<boolean> {
  const client = await connect(databaseUrl);
  try {
    const { rowCount } = await client.query(
      `INSERT INTO "Installation" (id, "setupTokenHash") VALUES (1, $1)
       ON CONFLICT (id) DO UPDATE SET "setupTokenHash" = EXCLUDED."setupTokenHash"
       WHERE "Installation"."setupCompletedAt" IS NULL`,
      [hashOfSetupToken(token)],
    );
    return rowCount === 1;
  } finally {
    await client.end();
  }
}
