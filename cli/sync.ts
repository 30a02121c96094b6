// `interleave sync`: brings content folders into the database. The server knows settings and database; this starts it.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ExitCode } from './exit-codes.ts';
import { ownExercises } from './find-exercise.ts';

/** @returns what the server's `sync` exits with: 0, 1 where something was refused, 3 where nothing could be done. */
export async function sync(): Promise<number> {
  const entry = path.join(path.dirname(ownExercises), 'server/entry.js');
  const child = spawn(process.execPath, [entry, 'sync'], { stdio: 'inherit' });
  // A Ctrl-C goes to both; the child ends in order, and its code is told.
  const ignore = (): void => undefined;
  process.on('SIGINT', ignore);
  const { promise, resolve } = Promise.withResolvers<number>();
  child.once('exit', (code) => resolve(code ?? ExitCode.Usage));
  child.once('error', (error) => {
    console.error(`The server cannot be started: ${error.message}`);
    resolve(ExitCode.Usage);
  });
  try {
    return await promise;
  } finally {
    process.off('SIGINT', ignore);
  }
}
