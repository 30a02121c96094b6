import 'server-only';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { normalizeEmail } from './sign-in.ts';

const EMAIL_MAXIMUM = 254;

type Limits = { pair: RateLimiterMemory; email: RateLimiterMemory; address: RateLimiterMemory };

/**
 * Wrong passwords are counted in this process: there is one web process, and a restart forgives.
 * The pair is what somebody who forgot a password meets. The e-mail alone stops guessing from many
 * addresses (a client may claim any when no proxy stands before us); a class behind one address shares the last.
 */
export function makeSignInLimits(): Limits {
  return {
    pair: new RateLimiterMemory({ points: 5, duration: 15 * 60 }),
    email: new RateLimiterMemory({ points: 50, duration: 60 * 60 }),
    address: new RateLimiterMemory({ points: 300, duration: 60 * 60 }),
  };
}

export type SignInTry = {
  /** The password was right: this try counts for nothing. */
  forgive: () => Promise<void>;
};
export type Refusal = { retryAfterSeconds: number };

/** Counts a try before its password is checked, so that tries at the same time cannot slip past. */
export async function countSignInTry(
  limits: Limits,
  email: string,
  address: string,
): Promise<SignInTry | Refusal> {
  const who = normalizeEmail(email).slice(0, EMAIL_MAXIMUM); // anything may be sent, and each key is kept for a while
  const keys = { email: who, pair: `${who} ${address}`, address };
  try {
    await limits.pair.consume(keys.pair);
    await limits.email.consume(keys.email);
    await limits.address.consume(keys.address);
  } catch (error) {
    if (error instanceof RateLimiterRes) return { retryAfterSeconds: Math.ceil(error.msBeforeNext / 1000) };
    throw error;
  }
  return {
    forgive: async () => {
      await limits.pair.delete(keys.pair);
      await limits.email.reward(keys.email);
      await limits.address.reward(keys.address);
    },
  };
}

/** The address that the nearest proxy saw; Next fills it in when there is none. */
export function clientAddress(headers: Headers): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? 'unknown';
}

const ownPasswordTries = new RateLimiterMemory({ points: 10, duration: 15 * 60 });
const setupTries = new RateLimiterMemory({ points: 30, duration: 60 });
const registrations = new RateLimiterMemory({ points: 300, duration: 60 * 60 });

/** Whether somebody signed in may try their current password once more: an open laptop is not a way to find it out. */
export async function allowPasswordTry(userId: string): Promise<boolean> {
  return await isAllowed(ownPasswordTries, userId);
}

/** Whether the set-up token may be tried once more, by anybody: it is guessed by nobody at this pace. */
export async function allowSetupTry(): Promise<boolean> {
  return await isAllowed(setupTries, 'everybody');
}

/** Whether one more account may be asked for from an address; a school's students all come from one. */
export async function allowRegistration(address: string): Promise<boolean> {
  return await isAllowed(registrations, address);
}

async function isAllowed(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return true;
  } catch (error) {
    if (error instanceof RateLimiterRes) return false;
    throw error;
  }
}
