// The real web server in front of a test's database, and browsers' cookies for people who are signed in.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { encode } from 'next-auth/jwt';
import type { PrismaClient } from '#prisma/client/client.ts';
import { makePerson, waitUntil } from './queue.ts';

const root = path.resolve(import.meta.dirname, '../..');
const SECRET = 'a secret for tests alone, 32 characters or more';

/** Named in tsconfig.json, which Next would otherwise rewrite. One test file at a time can have the web server. */
const FOLDER = '.next-test';

export type Web = AsyncDisposable & { origin: string };

/** Starts Next in development, with a folder of its own for what it builds. */
export async function startWeb(databaseUrl: string): Promise<Web> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const settings = {
    DATABASE_URL: databaseUrl,
    NEXTAUTH_SECRET: SECRET,
    NEXTAUTH_URL: origin,
    APP_URL: origin,
    PORT: String(port),
    INTERLEAVE_DIST_DIR: FOLDER,
    NEXT_TELEMETRY_DISABLED: '1',
  };
  const next = path.join(root, 'node_modules/next/dist/bin/next');
  const child = spawn(process.execPath, [next, 'dev', '-p', String(port)], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: process.env['PATH'], NODE_ENV: 'development', ...settings },
  });
  const ended = once(child, 'exit');
  await waitUntil(async () => await answers(`${origin}/readyz`));
  return {
    origin,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await ended;
      await rm(path.join(root, FOLDER), { recursive: true, force: true });
    },
  };
}

/** A new person with the cookie of a browser that they are signed in with. */
export async function signedIn(database: PrismaClient): Promise<{ id: string; cookie: string }> {
  const id = await makePerson(database);
  const token = await encode({ token: { userId: id, sessionVersion: 0 }, secret: SECRET, maxAge: 600 });
  return { id, cookie: `interleave.session=${token}` };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
