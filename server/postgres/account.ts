// PostgreSQL refuses to run as root. Started by root, it runs as `nobody`, from a folder that `nobody` can reach.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export type Account = {
  /** Null: the account that runs this process. */
  ids: { uid: number; gid: number } | null;
};

/** The account for a database in `state`: whoever owns it already, so that a start as root leaves it usable by its owner. */
export function accountFor(state: string): Account {
  if (process.getuid?.() !== 0) return { ids: null };
  const owner = existsSync(state) ? statSync(state) : null;
  if (owner !== null && owner.uid !== 0) return { ids: { uid: owner.uid, gid: owner.gid } };
  return { ids: nobody() };
}

function nobody(): { uid: number; gid: number } {
  const entry = /^nobody:[^:]*:(\d+):(\d+)/m.exec(readFileSync('/etc/passwd', 'utf8'));
  return { uid: Number(entry?.[1] ?? 65_534), gid: Number(entry?.[2] ?? 65_534) };
}

/**
 * Where the database lives for this data folder: inside it, or, where `nobody` cannot look inside, in /var/lib. One that
 * is inside already stays there, with the account that owns it: a start as root must not begin a second, empty one.
 */
export function homeFor(dataFolder: string): string {
  const inside = path.join(dataFolder, 'postgres');
  if (process.getuid?.() !== 0 || existsSync(path.join(inside, 'state/data'))) return inside;
  if (isReachableByAll(dataFolder)) return inside;
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 8);
  return `/var/lib/interleave-${name}`;
}

/** Whether every account may pass through all folders on the way, and into the last. */
export function isReachableByAll(folder: string): boolean {
  const isOpen = (statSync(folder).mode & 0o001) !== 0;
  return isOpen && (folder === '/' || isReachableByAll(path.dirname(folder)));
}
