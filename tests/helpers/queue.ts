// What tests of the queue share: students, the adder exercise, and real grader processes.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PrismaClient } from '#prisma/client/client.ts';
import { syncContent } from '#server/content-sync.ts';
import type { Files } from '#grader/recording/types.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Exercises made for tests, among them `adder`. */
export const FIXTURE_EXERCISES = path.join(root, 'tests/fixtures/exercises');

export const ADDER = 'adder';

/** Answers to the adder; `salt` makes codes that differ. */
export const right = (salt: number | string = ''): Files => ({
  'solution.js': `// ${salt}
export async function add(one, other, fetchNumber) {
  const [first, second] = await Promise.all([fetchNumber(one), fetchNumber(other)]);
  return first + second;
}
`,
});

export const wrong = (salt: number | string = ''): Files => ({
  'solution.js': `// ${salt}
export async function add(one, other, fetchNumber) {
  return (await fetchNumber(one)) + (await fetchNumber(other));
}
`,
});

/** Keeps a grader busy until its limit. */
export const endless = (salt: number | string = ''): Files => ({
  'solution.js': `// ${salt}\nexport function add() { for (;;); }\n`,
});

export async function offerAdder(databaseUrl: string): Promise<void> {
  const report = await syncContent(databaseUrl, [FIXTURE_EXERCISES]);
  if (report.broken.length > 0) throw new Error(JSON.stringify(report.broken));
}

let people = 0;

/** @returns The new person's id. */
export async function makePerson(database: PrismaClient, name = 'person'): Promise<string> {
  people += 1;
  const email = `${name}-${people}-${process.pid}@example.test`;
  const { id } = await database.user.create({ data: { email, name }, select: { id: true } });
  return id;
}

/** A class taught by one and attended by the other. */
export async function makeClass(
  database: PrismaClient,
  { instructorId, studentId }: { instructorId: string; studentId: string },
): Promise<void> {
  const memberships = {
    create: [
      { userId: instructorId, role: 'INSTRUCTOR' as const },
      { userId: studentId, role: 'STUDENT' as const },
    ],
  };
  await database.classroom.create({ data: { name: 'A class', createdById: instructorId, memberships } });
}

export type SpawnedGrader = AsyncDisposable & {
  child: ChildProcess;
  kill(): Promise<void>;
  stop(): Promise<number>;
};

/** Starts `server/grader/main.ts` as the supervisor does, and waits until it takes jobs. */
export async function spawnGrader(databaseUrl: string, children = 1): Promise<SpawnedGrader> {
  const main = path.join(root, 'server/grader/main.ts');
  const child = spawn(
    process.execPath,
    ['--no-node-snapshot', '--disable-warning=ExperimentalWarning', main],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { PATH: process.env['PATH'], NODE_ENV: 'test' },
    },
  );
  child.stdin.write(`${JSON.stringify({ databaseUrl, children })}\n`);
  const ended = once(child, 'exit');
  const ready = once(createInterface({ input: child.stdout }), 'line');
  await Promise.race([
    ready,
    ended.then(() => Promise.reject(new Error('The grader ended before it was ready.'))),
  ]);
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<number> => {
    child.kill(signal);
    await ended;
    return child.exitCode ?? -1;
  };
  return {
    child,
    kill: async () => void (await end('SIGKILL')),
    stop: async () => await end('SIGTERM'),
    [Symbol.asyncDispose]: async () => void (await end('SIGKILL')),
  };
}

/** Does something while a grader process of its own takes jobs. */
export async function withGrader(
  databaseUrl: string,
  use: (grader: SpawnedGrader) => Promise<void>,
): Promise<void> {
  await using grader = await spawnGrader(databaseUrl);
  await use(grader);
}

export async function waitForJobsToEnd(database: PrismaClient): Promise<void> {
  await waitUntil(async () => {
    const [row] = await database.$queryRaw<{ jobs: number }[]>`
      select count(*)::int as jobs from graphile_worker.jobs`;
    return row?.jobs === 0;
  });
}

/** Asks until the answer is yes. The runner's own time limit ends a wait that never does. */
export async function waitUntil(question: () => Promise<boolean>): Promise<void> {
  while (!(await question())) await sleep(20);
}
