import 'server-only';
import { NextRequest } from 'next/server';

/** A sign-in with e-mail and password, read once: what was counted is what is checked. */
export type PasswordRequest = {
  email: string;
  /** The same request with exactly the fields read from it. */
  request: NextRequest;
  /** Whether the answer to it signs the browser in; next-auth also sets cookies when it refuses. */
  hasSignedIn: (response: Response) => boolean;
};

/** next-auth goes by the first two parts of a path and ignores the rest of it. */
export function isPasswordSignIn([action, provider]: string[]): boolean {
  return action === 'callback' && provider === 'credentials';
}

/**
 * Whatever the content type says, the body is a form, in which the last of several fields of one name counts. Left to
 * itself next-auth also reads JSON, in which another e-mail address than the counted one could stand.
 */
export async function readPasswordRequest(
  original: Request,
  sessionCookie: string,
): Promise<PasswordRequest> {
  const fields = Object.fromEntries(new URLSearchParams(await original.text()));
  const headers = new Headers(original.headers);
  headers.set('content-type', 'application/x-www-form-urlencoded');
  headers.delete('content-length');
  const body = new URLSearchParams(fields).toString();
  return {
    email: fields['email'] ?? '',
    request: new NextRequest(original.url, { method: 'POST', headers, body }),
    hasSignedIn: ({ headers: answer }) =>
      answer.getSetCookie().some((cookie) => isFilled(cookie, sessionCookie)),
  };
}

function isFilled(cookie: string, name: string): boolean {
  return cookie.startsWith(`${name}=`) && !cookie.startsWith(`${name}=;`);
}
