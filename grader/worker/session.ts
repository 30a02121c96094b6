// What a child does with a job: hands it to the part that knows it, with what all jobs share.
import { stripTypeScriptTypes } from 'node:module';
import { gradeOpenTests } from '../open/grade-open-tests.ts';
import { namesOfSpec } from '../open/names-of-spec.ts';
import { authorProblem, makeJudge, type Judge } from '../judge/judge.ts';
import { createIsolate, IsolateLostError, type Isolate } from '../sandbox/isolate.ts';
import type { GuestBundles, Snapshots } from '../sandbox/guest-files.ts';
import type { ExerciseTest } from './grader.ts';
import { gradeTests } from './grade-job.ts';
import { limits } from './limits.ts';
import type { DescribeJob, FromChild, GradeJob, RunJob } from './messages.ts';
import { prepareProgram } from './program.ts';
import { runFile } from './run-job.ts';
import { loadScenarios } from './scenarios.ts';
import { makeWorldSource, type Lane } from './world-source.ts';
import { place } from './transpile.ts';

export type Session = {
  grade(job: GradeJob, emit: (message: FromChild) => void): void;
  run(job: RunJob, emit: (message: FromChild) => void): void;
  describe(job: DescribeJob, emit: (message: FromChild) => void): void;
  /** Makes the next submission's isolate and its first world ahead of time. */
  prepare(): void;
};

/** @param snapshots Without them each isolate compiles its bundle. */
export function makeSession(bundles: GuestBundles, snapshots: Snapshots = {}): Session {
  let judge: Judge | undefined;
  const erased = new Map<string, { scenarios: string; expectations: string }>();
  const newIsolate = (): Isolate => createIsolate({ ...limits, snapshot: snapshots.recorder });
  const worlds = makeWorldSource(newIsolate, bundles);

  /** The author's files as JavaScript, remembered by content. */
  function eraseExercise(exercise: GradeJob['exercise']) {
    if (exercise.isErased === true) return exercise;
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
    judge ??= makeJudge(() => bundles.judge, snapshots.judge);
    judge.load(contentHash, expectations);
    return judge;
  }

  return {
    grade(job, emit) {
      const { spec } = job.exercise;
      if (spec !== undefined) {
        const prepared = prepareProgram(job.files);
        if (!prepared.ok) return emit({ type: 'errored', jobId: job.jobId, ...errored(prepared) });
        const bundle = bundles.open;
        return gradeOpenTests(
          { job, spec, bundle, program: prepared.program, openLane: worlds.openLane },
          emit,
        );
      }
      const { scenarios, expectations } = eraseExercise(job.exercise);
      const ready = loadJudge(job.exercise.contentHash, expectations);
      const prepared = prepareProgram(job.files, { steps: job.steps === true });
      if (!prepared.ok) return emit({ type: 'errored', jobId: job.jobId, ...errored(prepared) });
      using lane = worlds.openLane(
        [...prepared.program.files.values()].map(({ code }) => code).concat(scenarios),
      );
      gradeTests({ job, program: prepared.program, scenarios, judge: ready, lane }, emit);
    },
    run(job, emit) {
      const prepared = prepareProgram(job.files, { instruments: job.instruments, steps: job.steps === true });
      if (!prepared.ok) return emit({ type: 'errored', jobId: job.jobId, ...errored(prepared) });
      using lane = worlds.openLane([...prepared.program.files.values()].map(({ code }) => code));
      emit(runFile(job, prepared.program, lane));
    },
    describe(job, emit) {
      const { open } = job;
      if (open !== undefined) return emit(describeOpen({ ...job, open }, bundles.open, worlds.openLane));
      const { scenarios, expectations } = eraseExercise({
        contentHash: `describe:${job.jobId}`,
        scenarios: job.scenarios,
        expectations: job.expectations,
      });
      using lane = worlds.openLane([scenarios]);
      const described = loadAuthorFile('scenarios.ts', () => {
        lane.startWindow(limits.isolateTimeLimitMs);
        const world = lane.fresh();
        return world.controls.call('describe', loadScenarios(world, scenarios));
      });
      if (described.threw) throw new Error(authorProblem('scenarios.ts', described.message));
      const expected = loadAuthorFile('expectations.ts', () =>
        loadJudge(`describe:${job.jobId}`, expectations).names(),
      );
      emit({
        type: 'described',
        jobId: job.jobId,
        tests: JSON.parse(String(described.value)) as ExerciseTest[],
        expected,
        erased: { scenarios, expectations },
      });
    },
    prepare: () => worlds.prepare(),
  };
}

/** The reference solution stands in for the student's file: the spec's tests are those that it declares beside it. */
function describeOpen(
  { jobId, open }: DescribeJob & { open: NonNullable<DescribeJob['open']> },
  bundle: string,
  openLane: (sources: string[]) => Lane,
): FromChild {
  const prepared = prepareProgram(open.solution);
  if (!prepared.ok) throw new Error('solution/: the file does not parse');
  const expected = namesOfSpec({ spec: open.spec, bundle, program: prepared.program, openLane });
  const tests = expected.map((name) => ({ name, hidden: false }));
  return { type: 'described', jobId, tests, expected, erased: { scenarios: '', expectations: '' } };
}

function errored<T extends { finding: unknown; isPoisoned: boolean }>({
  finding,
  isPoisoned,
}: T): Pick<T, 'finding' | 'isPoisoned'> {
  return { finding, isPoisoned };
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
