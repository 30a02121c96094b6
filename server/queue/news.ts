// The news of an attempt, as PostgreSQL carries it from the grader process to every web process: NOTIFY with a small
// JSON payload. News may be lost (a listener that reconnects); the rows are the truth and are read again then.
import { z } from 'zod';
import type { TestVerdict } from '#grader/recording/types.ts';

/** The one NOTIFY channel. */
export const NEWS_CHANNEL = 'interleave_attempts';

/** PostgreSQL refuses payloads of 8,000 bytes and more. */
const MAXIMUM_PAYLOAD_BYTES = 7_000;

const testVerdictSchema = z.custom<TestVerdict>(
  (value) => typeof value === 'object' && value !== null && 'name' in value && 'outcome' in value,
);

const newsSchema = z.discriminatedUnion('event', [
  z.object({ id: z.string(), event: z.literal('started') }),
  z.object({
    id: z.string(),
    event: z.literal('test'),
    /** Position among the tests of the attempt, from 0. */
    index: z.int(),
    /** Position among the hidden tests, from 1; absent for a visible one. */
    hiddenNumber: z.int().optional(),
    test: testVerdictSchema,
  }),
  z.object({ id: z.string(), event: z.literal('finished') }),
]);

export type News = z.infer<typeof newsSchema>;

/**
 * The payload of one NOTIFY, below PostgreSQL's limit: a test whose findings are too long travels without them, and the
 * page reads them with the finished attempt.
 */
export function printNews(news: News): string {
  const payload = JSON.stringify(news);
  if (news.event !== 'test' || Buffer.byteLength(payload) <= MAXIMUM_PAYLOAD_BYTES) return payload;
  return JSON.stringify({ ...news, test: { ...news.test, findings: [] } });
}

/** `null` for a payload that is not ours. */
export function parseNews(payload: string): News | null {
  try {
    return newsSchema.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}
