// What a child does with an open exercise: each test of the spec in a context of its own, beside the student's code.
import type { Finding } from '../recording/types.ts';
import { GuestSyntaxError, IsolateLostError, type Isolate } from '../sandbox/isolate.ts';
import {
  configureWorld,
  createWorld,
  ImportRefusedError,
  runToEnd,
  syntaxFinding,
  type Program,
} from '../worker/execution.ts';
import { endedFinding } from '../recording/findings.ts';
import { lostRecording, toRecording } from '../worker/guest-report.ts';
import { limits } from '../worker/limits.ts';
import type { FromChild, SpecJob } from '../worker/messages.ts';
import { judgeOpen, readSpecReport } from './judge-open.ts';
import { loadSpec, openWorld, type OpenWorld } from './load-spec.ts';
import { ownRecording } from './own-recording.ts';
import { readSpec, SpecError, type SpecModules } from './spec-modules.ts';

export type OpenGrading = {
  job: { jobId: string; seed: number; tests: string[] };
  spec: SpecJob;
  program: Program;
  /** Text of the recorder's bundle. */
  bundle: string;
  takeIsolate: () => Isolate;
};

/** Each context keeps its copy of the assertion library for as long as its isolate lives: about 1 of 64 MiB. */
const TESTS_PER_ISOLATE = 10;

type Emit = (message: FromChild) => void;

export function gradeOpenTests(grading: OpenGrading, emit: Emit): void {
  const { job } = grading;
  const spec = readSpec(grading.spec.files);
  let isolate = grading.takeIsolate();
  let isolateMs = 0;
  try {
    for (const [index, test] of job.tests.entries()) {
      if (isolate.isLost || index % TESTS_PER_ISOLATE === TESTS_PER_ISOLATE - 1) {
        isolateMs += isolate.isolateMs;
        isolate[Symbol.dispose]();
        isolate = grading.takeIsolate();
      }
      const graded = gradeOpenTest(grading, { spec, isolate, test, index });
      emit(graded);
      if (graded.type === 'errored') return;
    }
    emit({ type: 'done', jobId: job.jobId, isolateMs: isolateMs + isolate.isolateMs });
  } finally {
    isolate[Symbol.dispose]();
  }
}

type OneTest = { spec: SpecModules; isolate: Isolate; test: string; index: number };

function gradeOpenTest(grading: OpenGrading, { spec, isolate, test, index }: OneTest): FromChild {
  const { job, program } = grading;
  const { jobId } = job;
  try {
    isolate.startWindow(limits.isolateTimeLimitMs);
    const world = makeWorld(grading, isolate, spec);
    world.open.call('select', test, grading.spec.isolation === 'file');
    world.controls.call('prepare', world.guest.namespace(), 'run');
    const ending = runToEnd(world, program, loadSpec(world, program, spec));
    const recorded = world.controls.call('report');
    const told = world.open.call('result');
    if (recorded.threw) throw new Error(`the recording of "${test}" could not be read: ${recorded.message}`);
    const report = told.threw ? null : readSpecReport(String(told.value));
    const whole = toRecording(test, String(recorded.value), ending, program, limits.eventLimit);
    world.context.dispose();
    if (ending.kind === 'load-error') {
      const finding = endedFinding(whole) ?? { code: 'load-error', params: { error: '' } };
      return errored(jobId, finding);
    }
    const recording = report === null ? whole : ownRecording(whole, report);
    const judgement = judgeOpen(recording, report, { program, specFiles: [...spec.modules.keys()] });
    return { type: 'test', jobId, index, recording, judgement };
  } catch (error) {
    return toFailedTest(error, { program, jobId, index, test });
  }
}

function makeWorld(
  { job, spec: { bundle: openBundle, files }, program, bundle }: OpenGrading,
  isolate: Isolate,
  { flavour }: SpecModules,
): OpenWorld {
  const sources = [program.code, ...Object.values(files)];
  const world = createWorld(isolate, bundle);
  configureWorld(world, job.seed, program.key, sources);
  return openWorld(world, openBundle, flavour);
}

function errored(jobId: string, finding: Finding): FromChild {
  return { type: 'errored', jobId, finding, isPoisoned: false };
}

/** A fault of the spec's is not caught here: it is ours, and no judgement of the code. */
function toFailedTest(
  error: unknown,
  { program, jobId, index, test }: { program: Program; jobId: string; index: number; test: string },
): FromChild {
  if (error instanceof GuestSyntaxError) return errored(jobId, syntaxFinding(error, program));
  if (error instanceof ImportRefusedError) {
    return errored(jobId, { code: 'import-refused', params: { specifier: error.specifier } });
  }
  if (!(error instanceof IsolateLostError)) throw error;
  const recording = lostRecording(test, 'resources');
  const { resource } = error;
  const judgement = {
    outcome: 'failed' as const,
    findings: [endedFinding(recording)].filter((each) => each !== null),
  };
  return { type: 'test', jobId, index, recording, judgement, resource };
}

/** Names of the tests that the spec declares beside the reference solution. @throws SpecError */
export function namesOfSpec(grading: Omit<OpenGrading, 'job'>): string[] {
  const spec = readSpec(grading.spec.files);
  const [entry = ''] = spec.entries;
  try {
    return declaredNames(grading, spec, entry);
  } catch (error) {
    if (error instanceof GuestSyntaxError)
      throw new SpecError(entry, `solution/: ${error.message}`, { cause: error });
    if (error instanceof ImportRefusedError) {
      throw new SpecError(entry, `the solution imports "${error.specifier}", which is not available`, {
        cause: error,
      });
    }
    if (!(error instanceof IsolateLostError)) throw error;
    throw new SpecError(entry, 'takes too much time or memory to load', { cause: error });
  }
}

function declaredNames(grading: Omit<OpenGrading, 'job'>, spec: SpecModules, entry: string): string[] {
  using isolate = grading.takeIsolate();
  isolate.startWindow(limits.isolateTimeLimitMs);
  const world = makeWorld({ ...grading, job: { jobId: '', seed: 1, tests: [] } }, isolate, spec);
  const { program } = grading;
  const ending = runToEnd(world, program, loadSpec(world, program, spec));
  if (ending.kind === 'load-error') throw new SpecError(entry, `cannot be loaded: ${describe(ending.error)}`);
  const names = world.open.call('names');
  if (names.threw) throw new SpecError(entry, names.message);
  return JSON.parse(String(names.value)) as string[];
}

function describe(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}
