import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '../start-error.ts';

/**
 * Makes the folder when it is missing.
 *
 * @returns Its absolute path.
 * @throws StartError when it cannot be made or written to.
 */
export function openDataFolder(root: string, setting: string): string {
  const folder = path.resolve(root, setting);
  try {
    // As root the database runs as another account, which must be able to pass; what is secret is closed by itself.
    mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o755 : 0o700 });
    const probe = path.join(folder, `.probe-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
    return folder;
  } catch (cause) {
    throw new StartError(
      `The data folder ${folder} cannot be used: ${reasonOf(cause)}; choose another with INTERLEAVE_DATA.`,
      { cause },
    );
  }
}

/** The secret that signs sessions: made once, readable by this account alone. */
export function sessionSecret(folder: string): string {
  const file = path.join(folder, 'secret');
  try {
    if (!existsSync(file)) makeSecret(file, folder);
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new StartError(`The secret in ${file} cannot be used: ${reasonOf(cause)}.`, { cause });
  }
}

/** Made by root, it belongs to whoever owns the folder, and so may start without root the next time. */
function makeSecret(file: string, folder: string): void {
  writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  const { uid, gid } = statSync(folder);
  if (process.getuid?.() === 0) chownSync(file, uid, gid);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function reasonOf(error: unknown): string {
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
      return 'this account has no right to it';
    case 'EROFS':
      return 'it is on a read-only file system';
    case 'ENOSPC':
      return 'the disk is full';
    case 'EEXIST':
    case 'ENOTDIR':
      return 'there is a file of that name';
    case 'ENOENT':
      return 'it cannot be made there';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
