import { createHash } from 'node:crypto';

/**
 * The seed of every attempt at one exercise version. One per version, so that a run and a submission of the same code
 * agree, two students' verdicts can be compared, and the reference recording is needed once.
 *
 * @returns A whole number from 0 to 2^31 - 1.
 */
export function seedOf(contentHash: string): number {
  return createHash('sha256').update(contentHash).digest().readUInt32BE() >>> 1;
}
