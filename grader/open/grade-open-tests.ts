// What a child does with an open exercise: each test of the spec in a world of its own, beside the student's code.
import { endedFinding } from '../recording/findings.ts';
import type { Finding } from '../recording/types.ts';
import { GuestSyntaxError, IsolateLostError } from '../sandbox/isolate.ts';
import { runToEnd, submissionFinding } from '../worker/execution.ts';
import { lostRecording, toRecording } from '../worker/guest-report.ts';
import { limits } from '../worker/limits.ts';
import type { FromChild } from '../worker/messages.ts';
import type { Program } from '../worker/program.ts';
import type { Lane } from '../worker/world-source.ts';
import { ImportRefusedError } from '../worker/world.ts';
import { judgeOpen, readSpecReport } from './judge-open.ts';
import { loadSpec } from './load-spec.ts';
import { makeOpenWorld, sourcesOf, type OpenProgram } from './open-world.ts';
import { ownRecording } from './own-recording.ts';
import { readSpec, type SpecModules } from './spec-modules.ts';

type OpenGrading = OpenProgram & { job: { jobId: string; seed: number; tests: string[] } };

/** Each world keeps its copy of the assertion library for as long as its isolate lives: about 1 of 64 MiB. */
const TESTS_PER_LANE = 10;

export function gradeOpenTests(grading: OpenGrading, emit: (message: FromChild) => void): void {
  const { job } = grading;
  const spec = readSpec(grading.spec.files);
  let isolateMs = 0;
  for (let first = 0; first < job.tests.length; first += TESTS_PER_LANE) {
    using lane = grading.openLane(sourcesOf(grading));
    for (const [offset, test] of job.tests.slice(first, first + TESTS_PER_LANE).entries()) {
      const graded = gradeFairly(grading, { spec, lane, test, index: first + offset }, offset > 0);
      emit(graded);
      if (graded.type === 'errored') return;
    }
    isolateMs += lane.isolateMs;
  }
  emit({ type: 'done', jobId: job.jobId, isolateMs });
}

/** Memory that the worlds of other tests still hold must not fail this one: it gets an isolate of its own then. */
function gradeFairly(grading: OpenGrading, one: OneTest, wasUsed: boolean): FromChild {
  const graded = gradeOpenTest(grading, one);
  const isCramped = graded.type === 'test' && graded.resource === 'memory' && wasUsed;
  return isCramped ? gradeOpenTest(grading, one) : graded;
}

type OneTest = { spec: SpecModules; lane: Lane; test: string; index: number };

function gradeOpenTest(grading: OpenGrading, { spec, lane, test, index }: OneTest): FromChild {
  const { job, program } = grading;
  const { jobId } = job;
  try {
    const world = makeOpenWorld(grading, lane, spec.flavour, job.seed);
    world.open.call('select', test, grading.spec.isolation === 'file');
    world.controls.call('prepare', world.guest.namespace(), 'run');
    const ending = runToEnd(world, program, loadSpec(world, program, spec));
    const recorded = world.controls.call('report');
    const told = world.open.call('result');
    if (recorded.threw) throw new Error(`the recording of "${test}" could not be read: ${recorded.message}`);
    const report = told.threw ? null : readSpecReport(String(told.value));
    const whole = toRecording(test, String(recorded.value), ending, program, limits.eventLimit);
    if (ending.kind === 'load-error') {
      return errored(jobId, endedFinding(whole) ?? { code: 'load-error', params: { error: '' } });
    }
    const recording = report === null ? whole : ownRecording(whole, report);
    const judgement = judgeOpen(recording, report, { program, specFiles: [...spec.modules.keys()] });
    return { type: 'test', jobId, index, recording, judgement };
  } catch (error) {
    return toFailedTest(error, { program, jobId, index, test });
  }
}

function errored(jobId: string, finding: Finding): FromChild {
  return { type: 'errored', jobId, finding, isPoisoned: false };
}

/** A fault of the spec's is not caught here: it is ours, and no judgement of the code. */
function toFailedTest(
  error: unknown,
  { program, jobId, index, test }: { program: Program; jobId: string; index: number; test: string },
): FromChild {
  if (error instanceof GuestSyntaxError || error instanceof ImportRefusedError) {
    return errored(jobId, submissionFinding(error, program));
  }
  if (!(error instanceof IsolateLostError)) throw error;
  const recording = lostRecording(test, 'resources');
  const findings = [endedFinding(recording)].filter((finding) => finding !== null);
  const { resource } = error;
  return { type: 'test', jobId, index, recording, judgement: { outcome: 'failed', findings }, resource };
}
