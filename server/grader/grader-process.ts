// One grader: a Graphile Worker pool, the children that run student code, and the lock that says "alive".
import { parseCronItems, run, type Runner, type TaskList } from 'graphile-worker';
import { makeGrader } from '#grader/index.ts';
import { makeDatabase } from '#prisma/database.ts';
import type { PrismaClient } from '#prisma/client/client.ts';
import { fillDemo } from '../demo/fill-demo.ts';
import { attemptRefSchema, DELETE_OLD_RUNS, FILL_DEMO, GRADE_ATTEMPT } from '../queue/jobs.ts';
import { quietLogger } from '../queue/logger.ts';
import { makeAliveLock, type AliveLock } from './alive-lock.ts';
import { unlockDeadGraders } from './dead-graders.ts';
import { makeExerciseVersions, type ExerciseVersions } from './exercise-versions.ts';
import { gradeAttempt, type GradingTools } from './grade-attempt.ts';
import { deleteOldRunSources } from './old-runs.ts';

export type GraderProcessOptions = {
  databaseUrl: string;
  /** Attempts graded at once, each in a child process of its own. */
  children: number;
  /** How often to look for graders that died. */
  lookForDeadMs?: number;
};

export type GraderProcess = {
  /** Takes no more jobs, finishes those under way, and lets go of everything. */
  stop(): Promise<void>;
  /** Settles when the queue has stopped; rejects if it stopped by itself with an error. */
  stopped: Promise<void>;
};

const LOOK_FOR_DEAD_MS = 3_000;

/** Deletes old sources every hour, at a minute that other hourly work rarely takes. */
const CRON = parseCronItems([{ task: DELETE_OLD_RUNS, match: '17 * * * *' }]);

/** @throws Error where the database cannot be reached. */
export async function startGraderProcess(options: GraderProcessOptions): Promise<GraderProcess> {
  const database = makeDatabase(options.databaseUrl);
  const log = (sentence: string): void => console.log(sentence);
  const grader = makeGrader({ children: options.children, confinement: { log } });
  const versions = makeExerciseVersions(database, grader);
  const alive = makeAliveLock(options.databaseUrl);
  const identity: { pool: string | null } = { pool: null };
  const letGo = async (): Promise<void> => {
    await grader.close();
    await alive.release();
    await database.$disconnect();
  };
  try {
    const tasks = makeTasks({ database, grader, versions }, options);
    const runner = await runQueue(options, tasks, alive, identity);
    void warmUp(database, versions);
    const watch = watchForDead(database, identity, options.lookForDeadMs ?? LOOK_FOR_DEAD_MS);
    return { stop: makeStop(runner, watch, letGo), stopped: runner.promise };
  } catch (error) {
    await letGo();
    throw error;
  }
}

const now = (): Date => new Date();

function makeTasks(tools: GradingTools, { databaseUrl }: GraderProcessOptions): TaskList {
  return {
    [GRADE_ATTEMPT]: async (payload, { job }) => {
      await gradeAttempt(tools, { ref: attemptRefSchema.parse(payload), timesBegun: job.attempts, now });
    },
    [FILL_DEMO]: async () => {
      await fillDemo(databaseUrl, { now: now(), grader: tools.grader });
    },
    [DELETE_OLD_RUNS]: async () => {
      await deleteOldRunSources(tools.database, now());
    },
  };
}

async function runQueue(
  { databaseUrl, children }: GraderProcessOptions,
  taskList: TaskList,
  alive: AliveLock,
  identity: { pool: string | null },
): Promise<Runner> {
  const plugin: GraphileConfig.Plugin = {
    name: 'InterleaveAliveLockPlugin',
    version: '1.0.0',
    worker: {
      hooks: {
        // Graphile Worker awaits this before the first job is taken, so no job is ever locked without the lock.
        async startWorker(_context, { worker }) {
          identity.pool = worker.workerPool.id;
          await alive.hold(worker.workerPool.id);
        },
      },
    },
  };
  return await run({
    connectionString: databaseUrl,
    taskList,
    parsedCronItems: CRON,
    concurrency: children,
    maxPoolSize: children + 3,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: 60_000,
    logger: quietLogger,
    // With a batch, even one of no delay, a stop waits until ended jobs are gone from the queue; without, it does not.
    preset: { plugins: [plugin], worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
}

/** Makes the references of what is offered now, so that the first attempt of the day does not wait for them. */
async function warmUp(database: PrismaClient, versions: ExerciseVersions): Promise<void> {
  try {
    const rows = await database.exercise.findMany({
      where: { retiredAt: null },
      orderBy: { order: 'asc' },
      select: { currentVersionId: true },
    });
    for (const { currentVersionId } of rows) if (currentVersionId) await versions.get(currentVersionId);
  } catch {
    // Stopped meanwhile, or the database is away: the first attempt then makes what it needs, or says what is wrong.
  }
}

function watchForDead(
  database: PrismaClient,
  identity: { pool: string | null },
  everyMs: number,
): AsyncDisposable {
  let looking: Promise<void> | null = null;
  const look = async (): Promise<void> => {
    try {
      for (const owner of await unlockDeadGraders(database, identity.pool)) {
        console.log(`gave the jobs of ${owner}, which died, back to the queue`);
      }
    } catch (error) {
      console.error('could not look for graders that died:', error instanceof Error ? error.message : error);
    }
    looking = null;
  };
  const tick = (): void => void (looking ??= look());
  const timer = setInterval(tick, everyMs);
  tick();
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await looking;
    },
  };
}

function makeStop(runner: Runner, watch: AsyncDisposable, letGo: () => Promise<void>): GraderProcess['stop'] {
  let stopping: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    await watch[Symbol.asyncDispose]();
    await runner.stop().catch(() => {});
    await runner.promise.catch(() => {});
    await letGo();
  };
  return async () => await (stopping ??= stop());
}
