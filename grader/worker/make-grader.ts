// The grader as hosts use it: source text in, verdict out, whatever the code does to the processes in between.
import { randomUUID } from 'node:crypto';
import {
  toErroredVerdict,
  toFaultVerdict,
  toTestVerdict,
  toVerdict,
  type JudgedTest,
} from '../judge/verdict.ts';
import { printValue } from '../recording/print.ts';
import { sentence } from '../recording/sentences.ts';
import type { Files, GradeResult, Recording, TestVerdict, Usage } from '../recording/types.ts';
import { endedFinding } from '../recording/findings.ts';
import type { ConfinementOptions } from './confinement.ts';
import { ENGINE_VERSION } from './engine-version.ts';
import { ExerciseError, GraderUnavailableError } from './errors.ts';
import type { ExerciseTest, Grader, GradeRequest, RunFileResult } from './grader.ts';
import { lostRecording } from './guest-report.ts';
import { limits } from './limits.ts';
import type { FromChild, ToChild } from './messages.ts';
import { makePool, type Pool } from './pool.ts';
import { precheck } from './precheck.ts';

/**
 * @param options.children Processes that grade at the same time; one by default.
 * @param options.instruments False leaves submissions as they are: positions are missing then. For tests.
 * @param options.confinement What the processes are shut in by: bubblewrap too where it works, unless told otherwise.
 * @param options.childFile Another program than the grader's own child. For tests.
 * @returns a grader that starts its processes with the first request. `close()` it, or the program does not end.
 */
export function makeGrader(options: GraderOptions = {}): Grader {
  const { children = 1, instruments = true, childFile, confinement } = options;
  const pool = makePool({
    size: children,
    ...(childFile === undefined ? {} : { childFile }),
    ...(confinement === undefined ? {} : { confinement }),
  });
  return {
    grade: async (request) => await grade(pool, request),
    run: async (request) => await runFile(pool, request, instruments),
    describe: async (exercise) => await describe(pool, exercise),
    close: async () => await pool.close(),
  };
}

export type GraderOptions = {
  children?: number;
  instruments?: boolean;
  childFile?: string;
  confinement?: ConfinementOptions;
};

type SelectedTest = ExerciseTest;

async function grade(pool: Pool, request: GradeRequest): Promise<GradeResult> {
  const startMs = performance.now();
  const tests = request.exercise.tests.filter((test) => request.tests === 'all' || !test.hidden);
  if (tests.length === 0) throw new ExerciseError(request.exercise.id, ['there is no test to run']);
  const context = {
    exercise: { id: request.exercise.id, contentHash: request.exercise.contentHash },
    engineVersion: ENGINE_VERSION,
    seed: request.seed,
    sealed: request.exercise.spec === undefined,
  };
  const refused = precheck(request.files);
  const graded = refused === null ? await gradeTests(pool, request, tests) : nothingGraded();
  const usage = {
    wallMs: performance.now() - startMs,
    isolateMs: graded.isolateMs,
    ...(graded.resource === undefined ? {} : { resource: graded.resource }),
  };
  const errored = refused ?? (graded.end?.type === 'errored' ? graded.end.finding : null);
  if (errored !== null) return { verdict: toErroredVerdict(tests, errored, context), recordings: [], usage };
  if (graded.end?.type === 'fault')
    return { verdict: toFaultVerdict(tests, graded.end.message, context), recordings: [], usage };
  return { verdict: toVerdict(graded.verdicts, context), recordings: graded.recordings, usage };
}

type Graded = {
  verdicts: TestVerdict[];
  recordings: Recording[];
  isolateMs: number;
  resource?: Usage['resource'];
  /** Set when the child gave up on the submission as a whole. */
  end?: Extract<FromChild, { type: 'errored' | 'fault' }>;
};

function nothingGraded(): Graded {
  return { verdicts: [], recordings: [], isolateMs: 0 };
}

/** Sends the tests to a child; when one costs the child its life, the tests after it go to another. */
async function gradeTests(pool: Pool, request: GradeRequest, tests: SelectedTest[]): Promise<Graded> {
  const graded = nothingGraded();
  const references = new Map(request.reference?.map((recording) => [recording.test, recording]));
  const close = (test: JudgedTest): void => {
    const verdict = toTestVerdict(test, references.get(test.name));
    graded.verdicts.push(verdict);
    if (test.recording !== undefined) graded.recordings.push(test.recording);
    request.onTest?.(verdict);
  };
  /** Test that crashed a child. A crash that nothing of ours brought about is given a second try, once. */
  let crashed = -1;
  let wallLimitMs: number = limits.wallSubmissionLimitMs;
  while (graded.verdicts.length < tests.length) {
    const first = graded.verdicts.length;
    throwIfCancelled(request);
    if (wallLimitMs <= 0) break;
    const end = await pool.run({
      message: toJob(request, tests.slice(first)),
      wallLimitMs,
      ...(request.signal === undefined ? {} : { signal: request.signal }),
      onMessage(message) {
        const test = tests[graded.verdicts.length];
        if (message.type !== 'test' || test === undefined) return;
        if (first + message.index !== graded.verdicts.length) return;
        if (message.resource !== undefined) graded.resource = message.resource;
        const { recording, judgement } = message;
        close({ ...test, recording: toOwn(recording, test), judgement });
      },
    });
    throwIfCancelled(request);
    wallLimitMs -= end.wallMs;
    if (end.kind === 'finished') {
      if (end.last.type === 'errored' || end.last.type === 'fault') graded.end = end.last;
      if (end.last.type === 'done') graded.isolateMs += end.last.isolateMs;
      break;
    }
    const lost = tests[graded.verdicts.length];
    if (lost === undefined) break;
    if (end.resource === 'crash' && crashed !== graded.verdicts.length) {
      crashed = graded.verdicts.length;
      continue;
    }
    graded.resource = end.resource;
    close(toLostTest(lost));
  }
  if (graded.end === undefined) for (const test of tests.slice(graded.verdicts.length)) close(test);
  return graded;
}

/** What of a recording the exercise says, and not the child. */
function toOwn(
  { manyAnswers: _manyAnswers, ...recording }: Recording,
  { name, manyAnswers }: SelectedTest,
): Recording {
  return { ...recording, test: name, ...(manyAnswers === undefined ? {} : { manyAnswers }) };
}

function throwIfCancelled({ signal }: GradeRequest): void {
  if (signal?.aborted === true) throw new GraderUnavailableError('The grading was cancelled');
}

/** The part of the exercise that a child needs: the solution and the mistakes stay here. */
function toJob(
  { exercise, files, seed, schedule, steps = false }: GradeRequest,
  tests: SelectedTest[],
): ToChild {
  const { contentHash, scenarios, expectations, spec, isErased } = exercise;
  const open = spec === undefined ? {} : { spec };
  return {
    type: 'grade',
    jobId: randomUUID(),
    exercise: { contentHash, scenarios, expectations, ...open, ...(isErased === true ? { isErased } : {}) },
    files,
    seed,
    tests: tests.map((test) => test.name),
    ...(schedule === undefined ? {} : { schedule }),
    steps,
  };
}

/** The code cost the child its life: all that is known is that it went too far. */
function toLostTest(test: SelectedTest): JudgedTest {
  const recording = lostRecording(test.name, 'resources');
  const finding = endedFinding(recording);
  return {
    ...test,
    recording,
    judgement: { outcome: 'failed', findings: finding === null ? [] : [finding] },
  };
}

async function runFile(
  pool: Pool,
  { files, seed, steps = false, equipment }: Parameters<Grader['run']>[0],
  instruments: boolean,
): Promise<RunFileResult> {
  const refused = precheck(files);
  if (refused !== null) return { lines: [], exitCode: 1, virtualMs: 0, error: sentence(refused) };
  const end = await pool.run({
    message: {
      type: 'run',
      jobId: randomUUID(),
      files,
      seed,
      instruments,
      steps,
      ...(equipment === undefined ? {} : { equipment }),
    },
    wallLimitMs: limits.wallTestLimitMs,
  });
  if (end.kind === 'lost') {
    return {
      lines: [],
      exitCode: 124,
      virtualMs: 0,
      error: sentence({ code: 'limit-resources', params: {} }),
    };
  }
  const { last } = end;
  if (last.type === 'errored') return { lines: [], exitCode: 1, virtualMs: 0, error: sentence(last.finding) };
  if (last.type === 'fault') throw new GraderUnavailableError(last.message);
  if (last.type !== 'ran') throw new GraderUnavailableError(`unexpected answer "${last.type}"`);
  return toRunResult(last);
}

function toRunResult({
  recording,
  isLoaded,
  exitCode,
}: {
  recording: Recording;
  isLoaded: boolean;
  exitCode: number;
}): RunFileResult {
  const lines = recording.timeline.marks
    .filter((mark) => mark.kind === 'console')
    .map((mark) => ({
      stream: mark.level === 'error' || mark.level === 'warn' ? ('stderr' as const) : ('stdout' as const),
      text: mark.text,
    }));
  const result = { lines, virtualMs: recording.virtualMs, recording };
  switch (recording.ended.kind) {
    case 'limit': {
      const finding = endedFinding(recording);
      return { ...result, exitCode: 124, ...(finding === null ? {} : { error: sentence(finding) }) };
    }
    case 'threw':
    case 'load-error':
    case 'unhandled-rejection': {
      const error = recording.outcome.kind === 'threw' ? printValue(recording.outcome.error) : '';
      const line = recording.ended.at === undefined ? '' : ` (line ${recording.ended.at.line})`;
      return { ...result, exitCode: 1, error: `Uncaught ${error}${line}` };
    }
    default:
      if (isLoaded) return { ...result, exitCode };
      return { ...result, exitCode: 13, error: 'A top-level await never settled.' };
  }
}

async function describe(pool: Pool, exercise: Parameters<Grader['describe']>[0]) {
  const { id, scenarios, expectations, spec, solution = {} } = exercise;
  const open = spec === undefined ? {} : { open: { spec, solution: firstFile(solution) } };
  const end = await pool.run({
    message: { type: 'describe', jobId: randomUUID(), scenarios, expectations, ...open },
    wallLimitMs: limits.wallSubmissionLimitMs,
  });
  const author = spec === undefined ? 'scenarios.ts' : 'spec/';
  if (end.kind === 'lost') throw new ExerciseError(id, [`${author} could not be read: ${end.detail}`]);
  if (end.last.type === 'fault') throw new ExerciseError(id, [firstLine(end.last.message)]);
  if (end.last.type !== 'described') throw new GraderUnavailableError(`unexpected answer "${end.last.type}"`);
  const { tests, expected } = end.last;
  const problems = [
    ...tests
      .filter(({ name }) => !expected.includes(name))
      .map(({ name }) => `expectations.ts has nothing for the test "${name}"`),
    ...expected
      .filter((name) => !tests.some((test) => test.name === name))
      .map((name) => `scenarios.ts has nothing for the test "${name}"`),
    ...(tests.length === 0 ? [`${author} has no tests`] : []),
    ...(tests.length > 0 && tests.every((test) => test.hidden)
      ? ['scenarios.ts: every test is hidden; expected at least one that students can run']
      : []),
  ];
  if (problems.length > 0) throw new ExerciseError(id, problems);
  exercise.onErased?.(end.last.erased);
  return tests;
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/^(?:Spec)?Error: /, '');
}

function firstFile(files: Files): Files {
  return Object.fromEntries(Object.entries(files).slice(0, 1));
}
