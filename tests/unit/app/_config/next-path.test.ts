import { expect, test } from 'vitest';
import { loginPath, nextPath } from '#app/_config/next-path.ts';

test.each(['/classes', '/exercises?q=a#b', '/join/abc'])('%s is a path of this site', (path) => {
  expect(nextPath(path)).toBe(path);
});

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/..//evil.example',
  'javascript:alert(1)',
  'classes',
  '',
  undefined,
  null,
  ['/a', '/b'],
])('%j leads home instead', (value) => {
  expect(nextPath(value)).toBe('/home');
});

test('the sign-in page knows the way back, and only a way of this site', () => {
  expect(loginPath('/classes?sort=passed')).toBe('/login?next=%2Fclasses%3Fsort%3Dpassed');
  expect(loginPath('//evil.example')).toBe('/login');
  expect(loginPath(null)).toBe('/login');
});
