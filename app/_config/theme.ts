/** Not a secret and read by nobody but us: what a visitor chose before signing in. */
export const THEME_COOKIE = 'interleave.theme';
export const themeCookieOptions = { path: '/', sameSite: 'lax', maxAge: 365 * 24 * 60 * 60 } as const;
