import NextAuth from 'next-auth';
import type { NextRequest } from 'next/server';
import { authOptions } from '#app/_data/auth-options.ts';
import { isPasswordSignIn, readPasswordRequest } from '#app/_data/password-request.ts';
import { sessionCookie } from '#app/_data/session-token.ts';
import { clientAddress, countSignInTry, makeSignInLimits } from '#app/_data/sign-in-limits.ts';

type Context = { params: Promise<{ nextauth: string[] }> };
type AuthHandler = (request: NextRequest, context: Context) => Promise<Response>;

const handler = NextAuth(authOptions) as AuthHandler;
const limits = makeSignInLimits();

export const GET: AuthHandler = handler;

export const POST: AuthHandler = async (request, context) => {
  const { nextauth } = await context.params;
  return isPasswordSignIn(nextauth)
    ? await signInWithPassword(request, context)
    : await handler(request, context);
};

/** Wrong passwords are slowed down before next-auth sees them; a right one is not counted. */
async function signInWithPassword(request: NextRequest, context: Context): Promise<Response> {
  const read = await readPasswordRequest(request, sessionCookie.name);
  const counted = await countSignInTry(limits, read.email, clientAddress(request.headers));
  if ('retryAfterSeconds' in counted) return tooManyTries(counted.retryAfterSeconds);
  const response = await handler(read.request, context);
  if (read.hasSignedIn(response)) await counted.forgive();
  return response;
}

function tooManyTries(retryAfterSeconds: number): Response {
  return Response.json(
    { message: `Too many tries. Try again in ${Math.ceil(retryAfterSeconds / 60)} minutes.` },
    { status: 429, headers: { 'Retry-After': String(retryAfterSeconds) } },
  );
}
