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
 * as much as a test. What another run may have left in the realm must not fail an honest answer: a failure is told only of a
 * fresh world.
 */
function runTest(
  grading: Grading,
  { test, index, windowMs = limits.isolateTimeLimitMs }: TestTry,
): TestMessage {
  const { job, judge, lane, program, scenarios } = grading;
  lane.startWindow(windowMs);
  // Built-ins that one test may replace are not what the next one computes with.
  const isShared = program.keepsToItself && !scenarios.includes('mayReplaceBuiltIns');
  const takeWorld = (): World => (isShared ? lane.shared() : lane.fresh());
  const world = takeWorld();
  const wasUsed = world.isUsed;
  const how = job.schedule === undefined ? {} : { follow: job.schedule };
  const first = record(grading, world, test, how);
  const judged = (recording: Recording) => toGradedTest(recording, { jobId: job.jobId, index, judge });
  let graded = judged(first.recording);
  // What a failed run has left waiting could answer for the next one.
  if (graded.judgement.outcome === 'failed') lane.leave();
  if (graded.judgement.outcome === 'failed' && wasUsed)
    graded = judged(record(grading, lane.fresh(), test, how).recording);
  if (graded.judgement.outcome === 'failed') return graded;
  if (first.schedules === 0 || job.schedule !== undefined) return graded;
  return exploreTest(grading, graded, takeWorld(), first.schedules);
}

type How = { draw?: number; follow?: Schedule };

/** One run of one test in a world. @throws LoadError, GuestSyntaxError, ImportRefusedError, IsolateLostError */
function record(
  { job, program, scenarios }: Grading,
  world: World,
  test: string,
  { draw, follow }: How,
): { recording: Recording; schedules: number } {
  const { controls } = world;
  const module = loadScenarios(world, scenarios);
  startRun(world, job.seed, program.key);
  const schedules = controls.call('prepare', module, test);
  if (draw !== undefined) controls.call('draw', draw);
  if (follow !== undefined) controls.call('follow', JSON.stringify(follow));
  const ending = runToEnd(world, program, loadProgram(world, program));
  const report = controls.call('report');
  if (report.threw) throw new Error(`the recording of "${test}" could not be read: ${report.message}`);
  if (ending.kind === 'load-error') throw new LoadError(loadErrorFinding(ending));
  return {
    recording: toRecording(test, String(report.value), ending, program, limits.eventLimit),
    schedules: schedules.threw ? 0 : Number(schedules.value),
  };
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

function exploreTest(
  grading: Grading,
  graded: Extract<TestMessage, { type: 'test' }>,
  world: World,
  count: number,
): TestMessage {
  const { job, judge, lane } = grading;
  const { test } = graded.recording;
  const run = (where: World, how: How): ScheduledRun => {
    const { recording } = record(grading, where, test, how);
    const { outcome, findings } = judge.judge(recording);
    return { recording, findings, passed: outcome === 'passed' };
  };
  lane.startWindow(limits.isolateTimeLimitMs);
  const scheduler: Scheduler = {
    draw: (seed) => run(world, { draw: seed }),
    follow: (schedule) => run(world, { follow: schedule }),
    confirm: (schedule) => run(lane.fresh(), { follow: schedule }),
  };
  const explored = explore(scheduler, graded.recording, count, job.seed);
  if (explored.kind === 'passed') {
    return { ...graded, recording: { ...graded.recording, exploration: { schedules: count, failed: 0 } } };
  }
  const { finding } = explored;
  const exploration = { schedules: count, failed: Number(finding.params['failed']) };
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
): Extract<TestMessage, { type: 'test' }> {
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
