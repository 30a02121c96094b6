import { expect, test } from 'vitest';
import { contentSecurityPolicy, securityHeaders } from '#app/_config/security-headers.ts';

test('a script runs with the nonce of its request only', () => {
  const policy = contentSecurityPolicy({ nonce: 'abc', isDevelopment: false });
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  expect(policy).toContain("style-src-elem 'self' 'nonce-abc';");
  expect(policy).not.toContain('unsafe-eval');
});

test('only an installation on https tells browsers to insist on it', () => {
  expect(securityHeaders(true)).toHaveProperty('Strict-Transport-Security');
  expect(securityHeaders(false)).not.toHaveProperty('Strict-Transport-Security');
});
