import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function reasonOf(error: unknown): string {
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
      return 'this account may not write there';
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
