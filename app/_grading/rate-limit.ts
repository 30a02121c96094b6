// How often one person may do one thing, counted in this process's memory (docs/decisions/011-rate-limits.md).
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export type RateLimit = { name: string; perMinute: number };

/** Tells how long to wait. */
export class RateLimitError extends Error {
  override readonly name = 'RateLimitError';
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super(`That was too often; try again in ${retryAfterSeconds} s.`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export type RateLimiter = {
  /** @throws RateLimitError */
  spend(userId: string): Promise<void>;
};

export function makeRateLimiter({ name, perMinute }: RateLimit): RateLimiter {
  const limiter = new RateLimiterMemory({ keyPrefix: name, points: perMinute, duration: 60 });
  return {
    async spend(userId) {
      try {
        await limiter.consume(userId);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        throw new RateLimitError(Math.ceil(refusal.msBeforeNext / 1000));
      }
    },
  };
}
