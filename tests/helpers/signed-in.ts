// People of a running installation and the cookies of browsers that they are signed in with, made beside the sign-in page.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { encode } from 'next-auth/jwt';
import type { PrismaClient } from '#prisma/client/client.ts';
import { makeDatabase } from '#prisma/database.ts';
import { makePerson } from './queue.ts';

type Installation = { baseUrl: string; dataFolder: string };

/** The embedded database of a running installation; the caller ends the client. */
export function openDatabase({ dataFolder }: Installation): PrismaClient {
  const socketFolder = path.join(dataFolder, 'postgres/state');
  return makeDatabase(`postgresql://interleave@localhost/postgres?host=${encodeURIComponent(socketFolder)}`);
}

/** Signs a new person in. @returns Their id. */
export async function signInNewPerson(
  context: BrowserContext,
  installation: Installation,
  database: PrismaClient,
): Promise<string> {
  const userId = await makePerson(database);
  await signIn(context, installation, userId);
  return userId;
}

export async function signIn(
  context: BrowserContext,
  { baseUrl, dataFolder }: Installation,
  userId: string,
): Promise<void> {
  const secret = (await readFile(path.join(dataFolder, 'secret'), 'utf8')).trim();
  const token = await encode({ token: { userId, sessionVersion: 0 }, secret, maxAge: 3600 });
  const cookie = { name: 'interleave.session', value: token, url: baseUrl, httpOnly: true };
  await context.addCookies([{ ...cookie, sameSite: 'Lax' }]);
}
