// The tests of one submission: each run in a world, each recording judged.
import type { Judge } from '../judge/judge.ts';
import type { Encoded, Finding, Recording, SourcePosition } from '../recording/types.ts';
import { GuestSyntaxError, IsolateLostError } from '../sandbox/isolate.ts';
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
    let graded = gradeTest(grading, test, index);
    if (reachedTimeLimit(graded) && mayTryAgain) {
      const windowMs = secondWindowMs(threadCpuMs() - startCpuMs);
      if (windowMs !== null) graded = runTest(grading, { test, index, windowMs }, () => lane.fresh());
      mayTryAgain = !reachedTimeLimit(graded);
    }
    emit(graded);
    if (graded.type === 'errored') return;
  }
  emit({ type: 'done', jobId: job.jobId, isolateMs: lane.isolateMs });
}

/**
 * A program that keeps to itself runs all its tests in one world, where each run starts from the beginning: a context costs
 * as much as a test. What another run may have left in the realm must not fail an honest answer: a failure is told only of a
 * fresh world.
 */
function gradeTest(grading: Grading, test: string, index: number): TestMessage {
  const { lane, program, scenarios } = grading;
  // Built-ins that one test may replace are not what the next one computes with.
  if (!program.keepsToItself || scenarios.includes('mayReplaceBuiltIns'))
    return runTest(grading, { test, index }, () => lane.fresh());
  let wasUsed = false;
  const graded = runTest(grading, { test, index }, () => {
    const world = lane.shared();
    wasUsed = world.isUsed;
    return world;
  });
  const isPassed = graded.type === 'test' && graded.judgement.outcome === 'passed';
  // What a failed test has left waiting could answer for the next one.
  if (!isPassed) lane.leave();
  return isPassed || !wasUsed ? graded : runTest(grading, { test, index }, () => lane.fresh());
}

function reachedTimeLimit(graded: TestMessage): boolean {
  return graded.type === 'test' && graded.resource === 'cpu';
}

/** `windowMs`: wall time in the isolate, if not the usual. */
type TestTry = { test: string; index: number; windowMs?: number };

function runTest(
  grading: Grading,
  { test, index, windowMs = limits.isolateTimeLimitMs }: TestTry,
  takeWorld: () => World,
): TestMessage {
  const { job, lane, program, scenarios, judge } = grading;
  const { jobId, seed } = job;
  try {
    lane.startWindow(windowMs);
    const world = takeWorld();
    const module = loadScenarios(world, scenarios);
    startRun(world, seed, program.key);
    world.controls.call('prepare', module, test);
    const ending = runToEnd(world, program, loadProgram(world, program));
    const report = world.controls.call('report');
    if (report.threw) throw new Error(`the recording of "${test}" could not be read: ${report.message}`);
    if (ending.kind === 'load-error') {
      return { type: 'errored', jobId, finding: loadErrorFinding(ending), isPoisoned: false };
    }
    const recording = toRecording(test, String(report.value), ending, program, limits.eventLimit);
    return toGradedTest(recording, { jobId, index, judge });
  } catch (error) {
    if (error instanceof GuestSyntaxError || error instanceof ImportRefusedError) {
      return { type: 'errored', jobId, finding: submissionFinding(error, program), isPoisoned: false };
    }
    if (error instanceof IsolateLostError) {
      return toGradedTest(lostRecording(test, 'resources'), { jobId, index, judge }, error.resource);
    }
    throw error;
  }
}

function toGradedTest(
  recording: Recording,
  { jobId, index, judge }: { jobId: string; index: number; judge: Judge },
  resource?: 'cpu' | 'memory',
): TestMessage {
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
