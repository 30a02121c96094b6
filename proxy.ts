import { NextResponse } from 'next/server';
import type { NextRequest } from 'next/server';
import { env } from '#app/_config/env.ts';
import { PATH_HEADER } from '#app/_config/path-header.ts';
import { contentSecurityPolicy, securityHeaders } from '#app/_config/security-headers.ts';
import { getDatabase } from '#app/_data/database.ts';
import { isJoinLinkOver } from '#app/_data/join-links.ts';

// eslint-disable-next-line node/no-process-env -- a constant that Next writes in when it builds, not a setting
const isDevelopment = process.env.NODE_ENV === 'development';
const fixedHeaders = securityHeaders(env.APP_URL.startsWith('https://'));

/** Gives every request a nonce and its own path, and every response the security headers. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = contentSecurityPolicy({ nonce, isDevelopment });
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy); // where Next reads the nonce for its own scripts
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers }, status: await statusFor(request) });
  response.headers.set('Content-Security-Policy', policy);
  for (const [name, value] of Object.entries(fixedHeaders)) response.headers.set(name, value);
  return response;
}

/** A page cannot choose its status: that a join link is gone for good has to be said here. */
async function statusFor({ method, nextUrl }: NextRequest): Promise<number> {
  const [, code] = /^\/join\/([\w-]{1,64})$/.exec(nextUrl.pathname) ?? [];
  if (code === undefined || method !== 'GET') return 200;
  return (await isJoinLinkOver(getDatabase(), code, new Date())) ? 410 : 200;
}

export const config = { matcher: '/((?!_next/static|_next/image).*)' };
