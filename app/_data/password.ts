import 'server-only';
import crypto from 'node:crypto';
import { promisify } from 'node:util';

/** OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT_BYTES = 16;
const TAG_BYTES = 32;
const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Long enough for any pass phrase, short enough that hashing cannot be used to keep the server busy. */
export const PASSWORD_MAXIMUM = 200;

export class PasswordHashingUnavailableError extends Error {
  override readonly name = 'PasswordHashingUnavailableError';
  readonly code = 'PASSWORD_HASHING_UNAVAILABLE';
}

/** @throws PasswordHashingUnavailableError on a Node older than 24.7. */
export function requirePasswordHashing(node: { argon2?: unknown } = crypto): void {
  if (typeof node.argon2 === 'function') return;
  throw new PasswordHashingUnavailableError(
    `Node ${process.versions.node} cannot hash passwords with Argon2id; "npm start" brings a Node that can (24.7 or newer).`,
  );
}

type Cost = typeof COST;

async function argon2id(password: string, salt: Buffer, bytes: number, cost: Cost): Promise<Buffer> {
  requirePasswordHashing();
  const message = password.normalize('NFKC'); // the same password typed on another keyboard
  return await promisify(crypto.argon2)('argon2id', { message, nonce: salt, tagLength: bytes, ...cost });
}

const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

/**
 * @returns A PHC string, `$argon2id$v=19$m=…,t=…,p=…$salt$hash`.
 * @see https://github.com/P-H-C/phc-string-format
 */
export async function hashPassword(password: string, salt = crypto.randomBytes(SALT_BYTES)): Promise<string> {
  const tag = await argon2id(password, salt, TAG_BYTES, COST);
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(salt)}$${base64(tag)}`;
}

/** Compares in constant time; a string that is not one of our hashes matches nothing. */
export async function verifyPassword(password: string, phc: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt = '', tag = ''] = PHC.exec(phc) ?? [];
  if (tag === '') return false;
  const expected = Buffer.from(tag, 'base64');
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const given = await argon2id(password, Buffer.from(salt, 'base64'), expected.length, cost);
  return crypto.timingSafeEqual(given, expected);
}

/** Takes as long as checking a real hash with the same cost, and never matches. */
export const NOBODYS_HASH = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(Buffer.alloc(SALT_BYTES))}$${base64(Buffer.alloc(TAG_BYTES))}`;

/** A password to hand to somebody once: 80 bits, no letters that look alike. */
export function temporaryPassword(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789x';
  const letters = [...crypto.randomBytes(16)].map((byte) => alphabet[byte % alphabet.length]).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}
