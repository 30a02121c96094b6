const ANYWHERE = 'http://here.invalid';

/**
 * Where to go after signing in: a path of this site, or `fallback`.
 * Other sites, `//host`, `/\host`, control characters and schemes are refused by resolving the
 * value as a browser would and comparing origins.
 */
export function nextPath(value: string | string[] | null | undefined, fallback = '/home'): string {
  if (typeof value !== 'string' || !/^\/(?![/\\])/.test(value)) return fallback;
  if (!URL.canParse(value, ANYWHERE)) return fallback;
  const url = new URL(value, ANYWHERE);
  return url.origin === ANYWHERE && !url.pathname.startsWith('//')
    ? url.pathname + url.search + url.hash
    : fallback;
}

/** The sign-in page that comes back to `path`. */
export function loginPath(path: string | null): string {
  const next = nextPath(path, '');
  return next === '' ? '/login' : `/login?next=${encodeURIComponent(next)}`;
}
