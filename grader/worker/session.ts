// What a child does with a job: transpile, instrument, run each test in its own context, judge each recording.
import { stripTypeScriptTypes } from 'node:module';
import { authorProblem, makeJudge, type Judge } from '../judge/judge.ts';
import { instrument, untouched } from '../recorder/instrument.ts';
import type { Files, Finding, Recording } from '../recording/types.ts';
import {
  createIsolate,
  GuestSyntaxError,
  IsolateLostError,
  type Crossing,
  type GuestHandle,
  type Isolate,
  type Snapshot,
} from '../sandbox/isolate.ts';
import type { GuestBundles } from '../sandbox/guest-bundle.ts';
import {
  configureWorld,
  createWorld,
  ImportRefusedError,
  loadProgram,
  runToEnd,
  syntaxFinding,
  type Program,
  type World,
} from './execution.ts';
import type { ExerciseTest } from './grader.ts';
import { lostRecording, toRecording } from './guest-report.ts';
import { limits } from './limits.ts';
import type { DescribeJob, FromChild, GradeJob, RunJob } from './messages.ts';
import { secondWindowMs, threadCpuMs } from './second-chance.ts';
import { place, transpile } from './transpile.ts';

export type Session = {
  grade(job: GradeJob, emit: (message: FromChild) => void): void;
  run(job: RunJob, emit: (message: FromChild) => void): void;
  describe(job: DescribeJob, emit: (message: FromChild) => void): void;
  /** Makes the next submission's isolate ahead of time. */
  prepare(): void;
};

type Prepared = { ok: true; program: Program } | { ok: false; finding: Finding; isPoisoned: boolean };

/** @param snapshot Of the world; without it each isolate compiles the bundle. */
export function makeSession(bundles: GuestBundles, snapshot?: Snapshot): Session {
  let judge: Judge | undefined;
  let spare: Isolate | undefined;
  const erased = new Map<string, { scenarios: string; expectations: string }>();

  const newIsolate = (): Isolate =>
    createIsolate({ ...limits, ...(snapshot === undefined ? {} : { snapshot }) });

  function takeIsolate(): Isolate {
    const isolate = spare ?? newIsolate();
    spare = undefined;
    return isolate;
  }

  /** The author's files as JavaScript, remembered by content. */
  function eraseExercise(exercise: { contentHash: string; scenarios: string; expectations: string }) {
    const known = erased.get(exercise.contentHash);
    if (known !== undefined) return known;
    const made = {
      scenarios: eraseAuthorFile('scenarios.ts', exercise.scenarios),
      expectations: eraseAuthorFile('expectations.ts', exercise.expectations),
    };
    if (erased.size > 50) erased.clear();
    erased.set(exercise.contentHash, made);
    return made;
  }

  function loadJudge(contentHash: string, expectations: string): Judge {
    judge ??= makeJudge(bundles.judge);
    judge.load(contentHash, expectations);
    return judge;
  }

  return {
    grade(job, emit) {
      const { scenarios, expectations } = eraseExercise(job.exercise);
      const ready = loadJudge(job.exercise.contentHash, expectations);
      const prepared = prepareProgram(job.files);
      if (!prepared.ok) return emitErrored(job.jobId, prepared, emit);
      gradeTests(
        { job, program: prepared.program, scenarios, judge: ready, bundle: bundles.recorder, takeIsolate },
        emit,
      );
    },
    run(job, emit) {
      using isolate = takeIsolate();
      emit(runFile(job, isolate, bundles.recorder));
    },
    describe(job, emit) {
      const { scenarios, expectations } = eraseExercise({ contentHash: `describe:${job.jobId}`, ...job });
      using isolate = takeIsolate();
      isolate.startWindow(limits.isolateTimeLimitMs);
      const world = createWorld(isolate, bundles.recorder);
      configureWorld(world, 1, '', [scenarios]);
      const described = loadAuthorFile('scenarios.ts', () =>
        world.controls.call('describe', loadScenarios(world, scenarios)),
      );
      if (described.threw) throw new Error(authorProblem('scenarios.ts', described.message));
      const expected = loadAuthorFile('expectations.ts', () =>
        loadJudge(`describe:${job.jobId}`, expectations).names(),
      );
      emit({
        type: 'described',
        jobId: job.jobId,
        tests: JSON.parse(String(described.value)) as ExerciseTest[],
        expected,
      });
    },
    prepare() {
      spare ??= newIsolate();
    },
  };
}

function eraseAuthorFile(name: string, source: string): string {
  try {
    return stripTypeScriptTypes(source);
  } catch (error) {
    const { message } = error as Error;
    const { at } = place(name, error);
    throw new Error(authorProblem(name, message.trim().split('\n')[0] ?? '', at?.line), { cause: error });
  }
}

/** Runs what an author's file does when it is loaded. @throws Error that names the file. */
function loadAuthorFile<T>(name: string, load: () => T): T {
  try {
    return load();
  } catch (error) {
    if (!(error instanceof IsolateLostError)) throw error;
    const text = 'takes too much time or memory to load';
    throw new Error(authorProblem(name, text), { cause: error });
  }
}

function prepareProgram(files: Files, instruments = true): Prepared {
  const [[path, source] = ['solution.js', '']] = Object.entries(files);
  const transpiled = transpile(path, source);
  if (!transpiled.ok) return transpiled;
  const { code } = transpiled;
  return { ok: true, program: { path, ...(instruments ? instrument(path, code) : untouched(code)) } };
}

function emitErrored(
  jobId: string,
  { finding, isPoisoned }: Prepared & { ok: false },
  emit: (message: FromChild) => void,
): void {
  emit({ type: 'errored', jobId, finding, isPoisoned });
}

type Grading = {
  job: GradeJob;
  program: Program;
  scenarios: string;
  judge: Judge;
  bundle: string;
  takeIsolate: () => Isolate;
};

function gradeTests(grading: Grading, emit: (message: FromChild) => void): void {
  const { job } = grading;
  let isolate = grading.takeIsolate();
  let isolateMs = 0;
  /** The first test that ends at its limit all the same was the last to get another try. */
  let mayTryAgain = true;
  const usableIsolate = (): Isolate => {
    if (!isolate.isLost) return isolate;
    isolateMs += isolate.isolateMs;
    isolate[Symbol.dispose]();
    isolate = grading.takeIsolate();
    return isolate;
  };
  try {
    for (const [index, test] of job.tests.entries()) {
      const startCpuMs = threadCpuMs();
      let graded = gradeTest(grading, usableIsolate(), { test, index });
      if (reachedTimeLimit(graded) && mayTryAgain) {
        const windowMs = secondWindowMs(threadCpuMs() - startCpuMs);
        if (windowMs !== null) graded = gradeTest(grading, usableIsolate(), { test, index, windowMs });
        mayTryAgain = !reachedTimeLimit(graded);
      }
      emit(graded);
      if (graded.type === 'errored') return;
    }
    emit({ type: 'done', jobId: job.jobId, isolateMs: isolateMs + isolate.isolateMs });
  } finally {
    isolate[Symbol.dispose]();
  }
}

function reachedTimeLimit(graded: FromChild): boolean {
  return graded.type === 'test' && graded.resource === 'cpu';
}

/** `windowMs`: wall time in the isolate, if not the usual. */
type TestTry = { test: string; index: number; windowMs?: number };

function gradeTest(
  { job, program, scenarios, judge, bundle }: Grading,
  isolate: Isolate,
  { test, index, windowMs = limits.isolateTimeLimitMs }: TestTry,
): FromChild {
  const { jobId } = job;
  try {
    isolate.startWindow(windowMs);
    const world = createWorld(isolate, bundle);
    configureWorld(world, job.seed, program.key, [program.code, scenarios]);
    // First: what the scenarios' file takes from the realm at load time is what the platform put there.
    const scenarioModule = loadScenarios(world, scenarios);
    world.controls.call('prepare', scenarioModule, test);
    const ending = runToEnd(world, program, loadProgram(world, program));
    const report = world.controls.call('report');
    if (report.threw) throw new Error(`the recording of "${test}" could not be read: ${report.message}`);
    const recording = toRecording(test, String(report.value), ending, program, limits.eventLimit);
    world.context.dispose();
    if (ending.kind === 'load-error') {
      const finding: Finding = {
        code: 'load-error',
        params: { error: describeThrown(ending.error) },
        ...(ending.at === undefined ? {} : { at: ending.at }),
      };
      return { type: 'errored', jobId, finding, isPoisoned: false };
    }
    return toGradedTest(recording, { jobId, index, judge });
  } catch (error) {
    return toFailedTest(error, { program, jobId, index, test, judge });
  }
}

function toGradedTest(
  recording: Recording,
  { jobId, index, judge }: { jobId: string; index: number; judge: Judge },
  resource?: 'cpu' | 'memory',
): FromChild {
  const { hitLimit, ...judgement } = judge.judge(recording);
  const limit = resource ?? (hitLimit === true ? 'cpu' : undefined);
  const usage = limit === undefined ? {} : { resource: limit };
  return { type: 'test', jobId, index, recording, judgement, ...usage };
}

function toFailedTest(
  error: unknown,
  {
    program,
    jobId,
    index,
    test,
    judge,
  }: { program: Program; jobId: string; index: number; test: string; judge: Judge },
): FromChild {
  if (error instanceof GuestSyntaxError) {
    return { type: 'errored', jobId, finding: syntaxFinding(error, program), isPoisoned: false };
  }
  if (error instanceof ImportRefusedError) {
    const finding = { code: 'import-refused', params: { specifier: error.specifier } };
    return { type: 'errored', jobId, finding, isPoisoned: false };
  }
  if (error instanceof IsolateLostError) {
    return toGradedTest(lostRecording(test, 'resources'), { jobId, index, judge }, error.resource);
  }
  throw error;
}

function describeThrown(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error && 'name' in error) {
    return `${String(error.name)}: ${String(error.message)}`;
  }
  return String(error);
}

function loadScenarios({ context }: World, scenarios: string): GuestHandle {
  try {
    const module = context.compileModule(scenarios, 'scenarios.ts');
    module.link((specifier) => {
      throw new Error(`imports "${specifier}"; only types may be imported`);
    });
    const evaluated: Crossing = module.evaluate();
    if (!evaluated.threw) return module.namespace();
    const line = /scenarios\.ts:(\d+)/.exec(evaluated.stack)?.[1];
    throw new Error(
      authorProblem('scenarios.ts', `${evaluated.name || 'Error'}: ${evaluated.message}`, line),
    );
  } catch (error) {
    // The author's own syntax error must not pass for the student's.
    if (!(error instanceof GuestSyntaxError)) throw error;
    throw new Error(authorProblem('scenarios.ts', error.message, error.line), { cause: error });
  }
}

function runFile(job: RunJob, isolate: Isolate, bundle: string): FromChild {
  const { jobId } = job;
  const prepared = prepareProgram(job.files, job.instruments);
  if (!prepared.ok)
    return { type: 'errored', jobId, finding: prepared.finding, isPoisoned: prepared.isPoisoned };
  const { program } = prepared;
  try {
    isolate.startWindow(limits.isolateTimeLimitMs);
    const world = createWorld(isolate, bundle);
    configureWorld(world, job.seed, program.key, [program.code]);
    const ending = runToEnd(world, program, loadProgram(world, program));
    const report = world.controls.call('report');
    const ready = world.controls.call('isReady');
    const exitCode = world.controls.call('exitCode');
    if (report.threw || ready.threw || exitCode.threw) throw new Error('the recording could not be read');
    const recording = toRecording('', String(report.value), ending, program, limits.eventLimit);
    return {
      type: 'ran',
      jobId,
      recording,
      isLoaded: ready.value === true,
      exitCode: Number(exitCode.value),
    };
  } catch (error) {
    if (error instanceof IsolateLostError) {
      return { type: 'ran', jobId, recording: lostRecording('', 'resources'), isLoaded: false, exitCode: 0 };
    }
    if (error instanceof GuestSyntaxError) {
      return { type: 'errored', jobId, finding: syntaxFinding(error, program), isPoisoned: false };
    }
    if (error instanceof ImportRefusedError) {
      const finding = { code: 'import-refused', params: { specifier: error.specifier } };
      return { type: 'errored', jobId, finding, isPoisoned: false };
    }
    throw error;
  }
}
