// A busy machine, made to order: processes that do nothing but take processor time.
import { spawn, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Nobody needs them longer, whatever becomes of the one that should end them. */
const LIFE_MS = 30 * 60_000;

/** Two busy processes per core for as long as `use` takes. */
export async function underLoad<T>(use: () => Promise<T>): Promise<T> {
  const program = `const end = Date.now() + ${LIFE_MS}; while (Date.now() < end);`;
  const busy: ChildProcess[] = Array.from({ length: 2 * availableParallelism() }, () =>
    spawn(process.execPath, ['-e', program], { stdio: 'ignore' }),
  );
  try {
    return await use();
  } finally {
    for (const child of busy) child.kill('SIGKILL');
  }
}
