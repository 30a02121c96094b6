import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

test.each([
  ['https://learn.example.org', ['learn.example.org']],
  ['http://10.0.0.5:8080', ['10.0.0.5:8080']],
  ['', []],
])('with APP_URL %j forms are accepted from %j, whatever Host a proxy hands on', async (address, hosts) => {
  vi.stubEnv('APP_URL', address);
  const { default: config } = await import('../../next.config.js');
  expect(config.experimental?.serverActions?.allowedOrigins).toEqual(hosts);
});
