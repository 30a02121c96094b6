// The grader process: `node server/grader/main.ts`. It reads its options as one line of JSON on standard input, so that
// the database's password is in no argument list and no environment, and stops when that input ends (the supervisor is
// gone) or at SIGTERM or SIGINT.
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { startGraderProcess } from './grader-process.ts';

const optionsSchema = z.object({
  databaseUrl: z.string().min(1),
  children: z.int().min(1).max(64),
});

const lines = createInterface({ input: process.stdin });
const first = await lines[Symbol.asyncIterator]().next();
const options = optionsSchema.parse(JSON.parse(first.done === true ? '{}' : first.value));
const grader = await startGraderProcess(options);
console.log(`grader ready: ${options.children} at once`);
let stopping = false;

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await grader.stop();
  process.exit(0);
}

process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
process.stdin.on('end', () => void stop());
grader.stopped.catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
