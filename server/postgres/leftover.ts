// A database server that outlived the start it belonged to (kill -9, a crash of the machine's session).
import { rmSync } from 'node:fs';
import { commandLineOf, findProcess, isAlive } from '../process-identity.ts';
import { StartError } from '../start-error.ts';
import { waitUntil } from '../wait-until.ts';
import { postmasterFile, readPostmaster } from './postmaster-file.ts';

const FAST_SHUTDOWN_MS = 15_000;
const KILL_MS = 5_000;

/**
 * Stops the server that still uses this data folder, if there is one. Only a process whose command line names the
 * folder is ever signalled.
 */
export async function stopLeftover(data: string): Promise<void> {
  const postmaster = readPostmaster(data);
  if (postmaster === null) return;
  const found = findProcess(postmaster.pid);
  const isOurs = found !== null && commandLineOf(found.pid).includes(data);
  if (found !== null && isOurs) await stop(found.pid, () => isAlive(found));
  // PostgreSQL trusts a file whose process id exists, be it a zombie or a stranger; we have just looked.
  rmSync(postmasterFile(data), { force: true });
}

async function stop(pid: number, isRunning: () => boolean): Promise<void> {
  process.kill(pid, 'SIGINT'); // a fast shutdown: sessions are ended, data is written out
  if (await waitUntil(() => !isRunning(), FAST_SHUTDOWN_MS)) return;
  process.kill(pid, 'SIGKILL');
  if (await waitUntil(() => !isRunning(), KILL_MS)) return;
  throw new StartError(
    `The database server of an earlier start (process ${pid}) does not stop; end it by hand.`,
  );
}
