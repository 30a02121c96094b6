// The rounds of the bench. Within a round everything has its turn, so that a busy moment of the machine falls on all alike.
import path from 'node:path';
import type { Churned, ChurnRequest } from './churn-process.ts';
import {
  makePeerCommands,
  measureColdCli,
  measureCommand,
  measureEmptyNode,
  measureFork,
} from './commands.ts';
import type { Effort } from './effort.ts';
import { startHelper, type HelperProcess } from './helper-process.ts';
import { measureMemory } from './memory.ts';
import { makePeerProject } from './peer-project.ts';
import { noSamples, type Measured, type TimeSamples } from './samples.ts';
import type { SessionRequest, SessionSamples } from './session-process.ts';
import {
  gradeOnce,
  makeGraders,
  measureChurn,
  measureGradings,
  type Graders,
  type Work,
} from './throughput.ts';
import { benchRoot, loadWorkItems, TESTS, type WorkItems } from './work-items.ts';

type Rerun = { tookMs: number; passed: number };
type WarmVitest = HelperProcess<{ rerun: true }, Rerun>;

type Bench = {
  items: WorkItems;
  work: Work;
  graders: Graders;
  peerFolder: string;
  session: HelperProcess<SessionRequest, SessionSamples>;
  churn: HelperProcess<ChurnRequest, Churned>[];
  warmVitest: WarmVitest;
  warmVitestThreads: WarmVitest;
};

/** Enough gradings for the engine to have compiled what a child that has been at work for a while has compiled. */
const warmUp = { gradings: 100, commands: 1, warmReruns: 1 };

/** @param tell Receives a word about what comes next. @throws when any single run does not pass. */
export async function measureAll(effort: Effort, tell: (progress: string) => void): Promise<Measured> {
  await using stack = new AsyncDisposableStack();
  const bench = await openBench(stack);
  tell('warming up');
  await measureRound(bench, { ...effort, ...warmUp }, noSamples());
  const measured = noSamples();
  for (let round = 1; round <= effort.rounds; round += 1) {
    tell(`round ${round} of ${effort.rounds}`);
    await measureRound(bench, effort, measured);
  }
  tell(`memory of a child over ${effort.memoryMarks.at(-1)} gradings`);
  measured.memory = await measureMemory(bench.work, effort.memoryMarks);
  return measured;
}

async function openBench(stack: AsyncDisposableStack): Promise<Bench> {
  const start = async <Request extends object, Answer>(file: string, args?: string[]) =>
    stack.use(await startHelper<Request, Answer>(file, args));
  const churnFile = path.join(benchRoot, 'churn-process.ts');
  const graders = stack.use(makeGraders());
  const { folder: peerFolder } = stack.use(await makePeerProject());
  const warmFile = path.join(peerFolder, 'peers/warm-vitest.ts');
  const items = await loadWorkItems(graders.one);
  return {
    items,
    work: { exercise: items.fiveTests, files: items.fiveTests.solution },
    graders,
    peerFolder,
    session: await start(path.join(benchRoot, 'session-process.ts')),
    churn: [await start(churnFile), await start(churnFile)],
    warmVitest: await start(warmFile, ['forks']),
    warmVitestThreads: await start(warmFile, ['threads']),
  };
}

async function measureRound(bench: Bench, effort: Effort, { times, rates }: Measured): Promise<void> {
  await measureGradingTimes(bench, effort, times);
  await measureCommands(bench, effort, times);
  await measureWarmVitest(bench, effort, times);
  const { work, graders, churn } = bench;
  const load = { ...work, forMs: effort.throughputMs };
  rates.gradings1.push(await measureGradings(graders.one, 1, load));
  rates.churn1.push(await measureChurn(churn.slice(0, 1), effort.throughputMs));
  rates.gradings2.push(await measureGradings(graders.two, 2, load));
  rates.churn2.push(await measureChurn(churn, effort.throughputMs));
}

async function measureGradingTimes(
  { items, work, session, graders }: Bench,
  effort: Effort,
  times: TimeSamples,
): Promise<void> {
  const samples = await session.ask({ ...items, times: effort.gradings });
  times.floor.push(...samples.floor);
  times.fiveContexts.push(...samples.fiveContexts);
  times.fresh.push(...samples.fresh);
  times.prewarmed.push(...samples.prewarmed);
  times.schedules100.push(...samples.schedules100);
  for (let run = 0; run < effort.gradings; run += 1) {
    const startMs = performance.now();
    await gradeOnce(graders.one, work);
    times.pool.push(performance.now() - startMs);
  }
}

async function measureCommands({ peerFolder }: Bench, effort: Effort, times: TimeSamples): Promise<void> {
  const { vitestFake, vitestReal, nodeTest } = makePeerCommands(peerFolder);
  for (let run = 0; run < effort.commands; run += 1) {
    times.vitestFake.push(measureCommand(vitestFake));
    times.vitestReal.push(measureCommand(vitestReal));
    times.nodeTest.push(measureCommand(nodeTest));
    times.fork.push(await measureFork(peerFolder));
    // The two of one ratio side by side, twice, for they are short.
    for (let again = 0; again < 2; again += 1) {
      times.emptyNode.push(measureEmptyNode());
      times.coldCli.push(measureColdCli(peerFolder));
    }
  }
}

async function measureWarmVitest(bench: Bench, effort: Effort, times: TimeSamples): Promise<void> {
  for (let run = 0; run < effort.warmReruns; run += 1) {
    times.warmVitest.push(await rerun(bench.warmVitest));
    times.warmVitestThreads.push(await rerun(bench.warmVitestThreads));
  }
}

async function rerun(vitest: WarmVitest): Promise<number> {
  const { tookMs, passed } = await vitest.ask({ rerun: true });
  if (passed !== TESTS) throw new Error(`the warm Vitest passed ${passed} of ${TESTS} tests`);
  return tookMs;
}
