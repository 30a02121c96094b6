import 'server-only';
import { env } from '#app/_config/env.ts';
import { findSessionUser, type SessionUser } from '#app/_data/session.ts';
import { makeRouteWrapper, type MakeRoute } from './make-route.ts';

/**
 * Wraps a Route Handler: session (401), origin (403), content type (415), rate (429), size (413), body (422), in this
 * order. `RefusalError` becomes its own status; anything else a 500 with one sentence.
 */
export const route: MakeRoute<SessionUser> = makeRouteWrapper({
  findUser: findSessionUser,
  appUrl: () => env.APP_URL,
});
