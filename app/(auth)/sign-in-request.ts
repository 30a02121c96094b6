// What the sign-in page sends to next-auth: its token against forged requests first, then the form.

type Answer = { ok: true; url: string } | { ok: false; message: string };

const UNREACHABLE = 'The server cannot be reached. Check your connection and try again.';

/** Signs in with e-mail and password; on success the browser holds the session cookie. */
export async function signInWithPassword(email: string, password: string): Promise<Answer> {
  const response = await post('/api/auth/callback/credentials', { email, password });
  if (response === null) return { ok: false, message: UNREACHABLE };
  if (response.ok) return { ok: true, url: '' };
  if (response.status === 429) return { ok: false, message: await messageOf(response) };
  return { ok: false, message: 'E-mail or password is wrong.' };
}

/** Starts signing in with GitHub or the school; `url` is where to go. */
export async function startProviderSignIn(provider: string, next: string): Promise<Answer> {
  const callbackUrl = new URL(next, window.location.origin).href;
  const response = await post(`/api/auth/signin/${encodeURIComponent(provider)}`, { callbackUrl });
  const body: unknown = response === null ? null : await response.json();
  if (typeof body === 'object' && body !== null && 'url' in body && typeof body.url === 'string')
    return { ok: true, url: body.url };
  return { ok: false, message: UNREACHABLE };
}

async function post(path: string, fields: Record<string, string>): Promise<Response | null> {
  try {
    const answer = await fetch('/api/auth/csrf');
    const { csrfToken } = (await answer.json()) as { csrfToken: string };
    return await fetch(path, {
      method: 'POST',
      body: new URLSearchParams({ ...fields, csrfToken, json: 'true' }),
    });
  } catch {
    return null; // no network, or a server that is just starting
  }
}

async function messageOf(response: Response): Promise<string> {
  const body: unknown = await response.json();
  return typeof body === 'object' && body !== null && 'message' in body && typeof body.message === 'string'
    ? body.message
    : 'Too many tries. Try again later.';
}
