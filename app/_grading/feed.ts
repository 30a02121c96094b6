import 'server-only';
import { env } from '#app/_config/env.ts';
import { makeFeed, type Feed } from './subscribe.ts';

const holder: { interleaveFeed?: Feed } = globalThis as { interleaveFeed?: Feed };

/** The web process's one feed; kept across reloads in development. */
export function getFeed(): Feed {
  return (holder.interleaveFeed ??= makeFeed(env.DATABASE_URL));
}
