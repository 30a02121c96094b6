import { createHash, timingSafeEqual } from 'node:crypto';

/** The hash that Installation keeps: SHA-256 in hex of the token in lower case, without dashes and spaces. */
export function hashSetupToken(token: string): string {
  return createHash('sha256').update(token.toLowerCase().replace(/[\s-]/g, '')).digest('hex');
}

/** Compares in constant time. Without a kept hash nothing matches. */
export function isSetupToken(token: string, keptHash: string | null): boolean {
  if (keptHash === null) return false;
  const given = Buffer.from(hashSetupToken(token));
  const kept = Buffer.from(keptHash);
  return given.length === kept.length && timingSafeEqual(given, kept);
}
