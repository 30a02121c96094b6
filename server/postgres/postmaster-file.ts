// `postmaster.pid`, as PostgreSQL writes it: one value per line (pid, data folder, start, port, socket folder, address,
// shared memory, status). See src/include/utils/pidfile.h.
import { readFileSync } from 'node:fs';
import path from 'node:path';

export type Postmaster = { pid: number; socketFolder: string; isReady: boolean };

export function postmasterFile(data: string): string {
  return path.join(data, 'postmaster.pid');
}

/** Null when there is none, or it is not written out yet. */
export function readPostmaster(data: string): Postmaster | null {
  let text: string;
  try {
    text = readFileSync(postmasterFile(data), 'utf8');
  } catch {
    return null;
  }
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, socketFolder: lines[4] ?? '', isReady: lines[7]?.trim() === 'ready' };
}
