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
import type { GradeResult, Recording, TestVerdict, Usage } from '../recording/types.ts';
import { endedFinding } from '../recording/findings.ts';
import { ENGINE_VERSION } from './engine-version.ts';
import { ExerciseError, GraderUnavailableError } from './errors.ts';
import type { Grader, GradeRequest, RunFileResult } from './grader.ts';
import { lostRecording } from './guest-report.ts';
import { limits } from './limits.ts';
import { makePool, type JobEnd, type Pool } from './pool.ts';
import { precheck } from './precheck.ts';

/**
 * @param options.children Processes that grade at the same time; one by default.
 * @returns a grader that starts its processes with the first request. `close()` it, or the program does not end.
 */
export function makeGrader(options: { children?: number } = {}): Grader {
  const pool = makePool(options.children ?? 1);
  return {
    grade: async (request) => await grade(pool, request),
    run: async (request) => await runFile(pool, request),
    describe: async (exercise) => await describe(pool, exercise),
    close: async () => await pool.close(),
  };
}

async function grade(pool: Pool, request: GradeRequest): Promise<GradeResult> {
  const startMs = performance.now();
  const tests = request.exercise.tests.filter((test) => request.tests === 'all' || !test.hidden);
  const context = {
    exercise: { id: request.exercise.id, contentHash: request.exercise.contentHash },
    engineVersion: ENGINE_VERSION,
    seed: request.seed,
  };
  const finish = (
    verdict: GradeResult['verdict'],
    recordings: Recording[],
    usage: Omit<Usage, 'wallMs'>,
  ) => ({
    verdict,
    recordings,
    usage: { wallMs: performance.now() - startMs, ...usage },
  });
  const refused = precheck(request.files);
  if (refused !== null) return finish(toErroredVerdict(tests, refused, context), [], { isolateMs: 0 });

  const graded = await gradeTests(pool, request, tests, startMs);
  const usage = {
    isolateMs: graded.isolateMs,
    ...(graded.resource === undefined ? {} : { resource: graded.resource }),
  };
  if (graded.end?.type === 'errored') {
    return finish(toErroredVerdict(tests, graded.end.finding, context), [], usage);
  }
  if (graded.end?.type === 'fault') {
    return finish(toFaultVerdict(tests, graded.end.message, context), [], usage);
  }
  const recordings = graded.tests.flatMap((test) => (test.recording === undefined ? [] : [test.recording]));
  return finish(toVerdict(graded.verdicts, context), recordings, usage);
}

type Graded = {
  tests: JudgedTest[];
  verdicts: TestVerdict[];
  isolateMs: number;
  resource?: Usage['resource'];
  /** Set when the child gave up on the submission as a whole. */
  end?: Extract<JobEnd, { kind: 'finished' }>['last'] & { type: 'errored' | 'fault' };
};

/** Sends the tests to a child; when one costs the child its life, the tests after it go to another. */
async function gradeTests(
  pool: Pool,
  request: GradeRequest,
  selected: { name: string; hidden: boolean }[],
  startMs: number,
): Promise<Graded> {
  const graded: Graded = { tests: selected.map((test) => ({ ...test })), verdicts: [], isolateMs: 0 };
  const references = new Map(request.reference?.map((recording) => [recording.test, recording]));
  const close = (test: JudgedTest): void => {
    const verdict = toTestVerdict(test, references.get(test.name));
    graded.verdicts.push(verdict);
    request.onTest?.(verdict);
  };
  let next = 0;
  while (next < graded.tests.length) {
    const wallLeftMs = limits.wallSubmissionLimitMs - (performance.now() - startMs);
    if (wallLeftMs <= 0) break;
    const first = next;
    const end = await pool.run({
      message: {
        type: 'grade',
        jobId: randomUUID(),
        exercise: request.exercise,
        files: request.files,
        seed: request.seed,
        tests: graded.tests.slice(first).map((test) => test.name),
      },
      wallLimitMs: wallLeftMs,
      ...(request.signal === undefined ? {} : { signal: request.signal }),
      onMessage(message) {
        const test = message.type === 'test' ? graded.tests[first + message.index] : undefined;
        if (message.type !== 'test' || test === undefined || first + message.index !== next) return;
        test.recording = { ...message.recording, test: test.name };
        test.judgement = message.judgement;
        if (message.resource !== undefined) graded.resource = message.resource;
        next += 1;
        close(test);
      },
    });
    if (request.signal?.aborted === true) throw new GraderUnavailableError('The grading was cancelled');
    if (end.kind === 'finished') {
      if (end.last.type === 'errored' || end.last.type === 'fault') graded.end = end.last;
      if (end.last.type === 'done') graded.isolateMs += end.last.isolateMs;
      if (end.last.type === 'done' && next < graded.tests.length) break;
      break;
    }
    graded.resource = end.resource;
    const lost = graded.tests[next];
    if (lost === undefined) break;
    lost.recording = lostRecording(lost.name, 'resources');
    const finding = endedFinding(lost.recording);
    lost.judgement = { outcome: 'failed', findings: finding === null ? [] : [finding] };
    next += 1;
    close(lost);
  }
  for (const test of graded.end === undefined ? graded.tests.slice(next) : []) close(test);
  return graded;
}

async function runFile(pool: Pool, { files, seed }: Parameters<Grader['run']>[0]): Promise<RunFileResult> {
  const refused = precheck(files);
  if (refused !== null) return { lines: [], exitCode: 1, virtualMs: 0, error: sentence(refused) };
  const end = await pool.run({
    message: { type: 'run', jobId: randomUUID(), files, seed },
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
  const result = { lines, virtualMs: recording.virtualMs };
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
  const { id, scenarios, expectations } = exercise;
  const end = await pool.run({
    message: { type: 'describe', jobId: randomUUID(), scenarios, expectations },
    wallLimitMs: limits.wallSubmissionLimitMs,
  });
  if (end.kind === 'lost') throw new ExerciseError(id, [`scenarios.ts could not be read: ${end.detail}`]);
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
    ...(tests.length === 0 ? ['scenarios.ts has no tests'] : []),
  ];
  if (problems.length > 0) throw new ExerciseError(id, problems);
  return tests;
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/^Error: /, '');
}
