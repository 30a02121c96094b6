// The tests of one submission: each run in a world, each recording judged.
import type { Judge } from '../judge/judge.ts';
import type { Encoded, Finding, Recording, SourcePosition } from '../recording/types.ts';
import { GuestSyntaxError, IsolateLostError } from '../sandbox/isolate.ts';
import { explore, type ScheduledRun, type Schedule, type Scheduler } from './explore.ts';
import { runToEnd, submissionFinding } from './execution.ts';
import { lostRecording, toRecording } from './guest-report.ts';
import { limits } from './limits.ts';
import type { FromChild, GradeJob } from './messages.ts';
import type { Program } from './program.ts';
import { loadScenarios } from './scenarios.ts';
import { secondWindowMs, threadCpuMs } from './second-chance.ts';
import type { Lane } from './world-source.ts';
import { ImportRefusedError, loadProgram, startRun, type World } from './world.ts';

export type Grading = {
  job: GradeJob;
  program: Program;
  /** The author's scenarios as JavaScript. */
  scenarios: string;
  judge: Judge;
  lane: Lane;
};

type TestMessage = Extract<FromChild, { type: 'test' | 'errored' }>;

export function gradeTests(grading: Grading, emit: (message: FromChild) => void): void {
  const { job, lane } = grading;
  /** The first test that ends at its limit all the same was the last to get another try. */
  let mayTryAgain = true;
  for (const [index, test] of job.tests.entries()) {
    const startCpuMs = threadCpuMs();
    let graded = gradeTest(grading, { test, index });
    // Memory that other tests still hold in their isolate must not fail this one.
    if (index > 0 && reachedMemoryLimit(graded)) graded = gradeTest(grading, { test, index });
    if (reachedTimeLimit(graded) && mayTryAgain) {
      const windowMs = secondWindowMs(threadCpuMs() - startCpuMs);
      if (windowMs !== null) graded = gradeTest(grading, { test, index, windowMs });
      mayTryAgain = !reachedTimeLimit(graded);
    }
    emit(graded);
    if (graded.type === 'errored') return;
  }
  emit({ type: 'done', jobId: job.jobId, isolateMs: lane.isolateMs });
}

/** `windowMs`: wall time in the isolate, if not the usual. */
type TestTry = { test: string; index: number; windowMs?: number };

function reachedTimeLimit(graded: TestMessage): boolean {
  return graded.type === 'test' && graded.resource === 'cpu';
}

function reachedMemoryLimit(graded: TestMessage): boolean {
  return graded.type === 'test' && graded.resource === 'memory';
}

function gradeTest(grading: Grading, attempt: TestTry): TestMessage {
  const { job, judge, program } = grading;
  const { jobId } = job;
  const { test, index } = attempt;
  try {
    return runTest(grading, attempt);
  } catch (error) {
    if (error instanceof LoadError)
      return { type: 'errored', jobId, finding: error.finding, isPoisoned: false };
    if (error instanceof GuestSyntaxError || error instanceof ImportRefusedError) {
      return { type: 'errored', jobId, finding: submissionFinding(error, program), isPoisoned: false };
    }
    if (error instanceof IsolateLostError) {
      return toGradedTest(lostRecording(test, 'resources'), { jobId, index, judge }, error.resource);
    }
    throw error;
  }
}

/**
 * A program that keeps to itself runs all its tests in one world, where each run starts from the beginning: a context costs
 * as much as a test. What another run may have left in the realm must not decide anything: a test that fails, that cannot
 * be loaded or that leaves something on the global object counts only as it goes in a fresh world.
 */
function runTest(
  grading: Grading,
  { test, index, windowMs = limits.isolateTimeLimitMs }: TestTry,
): TestMessage {
  const { job, judge, lane, program, scenarios } = grading;
  const made: World[] = [];
  const fresh = (): World => {
    const world = lane.fresh();
    made.push(world);
    return world;
  };
  const judged = ({ recording }: Recorded): Graded =>
    toGradedTest(recording, { jobId: job.jobId, index, judge });
  const how = job.schedule === undefined ? {} : { follow: job.schedule };
  // Built-ins that one test may replace are not what the next one computes with.
  const isShared = program.keepsToItself && !scenarios.includes('mayReplaceBuiltIns');
  try {
    lane.startWindow(windowMs);
    const world = isShared ? lane.shared() : fresh();
    const wasUsed = world.isUsed;
    let recorded = record(grading, world, test, how, wasUsed);
    let graded = recorded === null ? null : judged(recorded);
    const isDoubtful = recorded === null || graded?.judgement.outcome === 'failed';
    if (isDoubtful || (isShared && reachesGlobal(world))) {
      // What it has left waiting could answer for the next one.
      if (isShared) lane.leave();
      if (wasUsed) {
        recorded = record(grading, fresh(), test, how);
        graded = judged(recorded);
      }
    }
    if (recorded === null || graded === null) throw new Error(`"${test}" was not recorded`);
    if (graded.judgement.outcome === 'failed' || recorded.schedules === 0 || job.schedule !== undefined)
      return graded;
    return exploreTest(grading, graded, fresh, recorded.schedules);
  } finally {
    for (const world of made) world.context.dispose();
  }
}

type Graded = Extract<TestMessage, { type: 'test' }>;

/** Its schedule: the scenario's own latencies if neither is given. */
type How = { draw?: number; follow?: Schedule };

type Recorded = {
  recording: Recording;
  /** How many schedules the scenario is to be run under. */
  schedules: number;
};

/** One run of one test in a world. @throws LoadError, GuestSyntaxError, ImportRefusedError, IsolateLostError */
function record(grading: Grading, world: World, test: string, how: How): Recorded;
/** @returns null where the program cannot be loaded into a world that was used: another run may be the reason. */
function record(grading: Grading, world: World, test: string, how: How, wasUsed: boolean): Recorded | null;
function record(
  { job, program, scenarios }: Grading,
  world: World,
  test: string,
  { draw, follow }: How,
  wasUsed = false,
): Recorded | null {
  const { controls } = world;
  startRun(world, job.seed, program.key);
  const prepared = controls.call('prepare', loadScenarios(world, scenarios), test);
  const schedules = prepared.threw ? 0 : Number(prepared.value);
  if (draw !== undefined) controls.call('draw', draw);
  if (follow !== undefined && schedules > 0) controls.call('follow', JSON.stringify(follow));
  const ending = runToEnd(world, program, loadProgram(world, program));
  const report = controls.call('report');
  if (report.threw) throw new Error(`the recording of "${test}" could not be read: ${report.message}`);
  if (ending.kind === 'load-error') {
    if (wasUsed) return null;
    throw new LoadError(loadErrorFinding(ending));
  }
  const recording = toRecording(test, String(report.value), ending, program, limits.eventLimit);
  return { recording, schedules };
}

/** Whether the run changed what the global object holds. */
function reachesGlobal({ controls }: World): boolean {
  const reaches = controls.call('reaches');
  return reaches.threw || reaches.value === true;
}

/** The submission failed while it was loaded: none of its tests can start. */
class LoadError extends Error {
  override readonly name = 'LoadError';
  readonly code = 'LOAD';
  readonly finding: Finding;
  constructor(finding: Finding) {
    super(finding.code);
    this.finding = finding;
  }
}

function exploreTest(grading: Grading, graded: Graded, fresh: () => World, count: number): TestMessage {
  const { job, judge, lane } = grading;
  const { test } = graded.recording;
  const world = fresh();
  const run = (where: World, how: How): ScheduledRun => {
    lane.startWindow(limits.isolateTimeLimitMs);
    const recorded = record(grading, where, test, how, where.isUsed);
    // It was loaded before, and in this world it cannot be loaded again: it keeps something of itself.
    if (recorded === null)
      return { recording: lostRecording(test, 'resources'), findings: [], passed: false };
    const { outcome, findings } = judge.judge(recorded.recording);
    return { recording: recorded.recording, findings, passed: outcome === 'passed' };
  };
  const scheduler: Scheduler = {
    draw: (seed) => run(world, { draw: seed }),
    follow: (schedule) => run(world, { follow: schedule }),
    confirm: (schedule) => run(fresh(), { follow: schedule }),
  };
  const explored = explore(scheduler, graded.recording, count, job.seed);
  if (explored.kind === 'passed') {
    const { schedules } = explored;
    return { ...graded, recording: { ...graded.recording, exploration: { schedules, failed: 0 } } };
  }
  const { finding } = explored;
  const exploration = {
    schedules: Number(finding.params['schedules']),
    failed: Number(finding.params['failed']),
  };
  if (explored.kind === 'keeps-state') {
    const recording = { ...graded.recording, exploration };
    return { ...graded, recording, judgement: { outcome: 'failed', findings: [finding] } };
  }
  const { recording, findings } = explored.run;
  return {
    ...graded,
    recording: { ...recording, exploration },
    judgement: { outcome: 'failed', findings: [finding, ...findings] },
  };
}

function toGradedTest(
  recording: Recording,
  { jobId, index, judge }: { jobId: string; index: number; judge: Judge },
  resource?: 'cpu' | 'memory',
): Graded {
  const { hitLimit, ...judgement } = judge.judge(recording);
  const limit = resource ?? (hitLimit === true ? 'cpu' : undefined);
  const usage = limit === undefined ? {} : { resource: limit };
  return { type: 'test', jobId, index, recording, judgement, ...usage };
}

function loadErrorFinding({ error, at }: { error: Encoded; at?: SourcePosition }): Finding {
  return {
    code: 'load-error',
    params: { error: describeThrown(error) },
    ...(at === undefined ? {} : { at }),
  };
}

function describeThrown(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error && 'name' in error) {
    return `${String(error.name)}: ${String(error.message)}`;
  }
  return String(error);
}
