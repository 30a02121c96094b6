import 'server-only';
import { env } from '#app/_config/env.ts';
import { makeFeed, type Feed } from './subscribe.ts';

declare global {
  var interleaveFeed: Feed | undefined;
}

/** The web process's one feed; kept across reloads in development. */
export function getFeed(): Feed {
  return (globalThis.interleaveFeed ??= makeFeed(env.DATABASE_URL));
}
