// `interleave grade <exercise> <file>`: one submission through the same grader as the site's, without web or database.
import {
  makeGrader,
  renderReport,
  type ExerciseBundle,
  type GradableExercise,
  type Grader,
  type GradeRequest,
  type Reported,
} from '#grader/index.ts';
import type { Recording, Verdict } from '#grader/recording/types.ts';
import { ExitCode } from './exit-codes.ts';
import { findExercise, ownExercises } from './find-exercise.ts';
import { gradeFormats, readFormat, type GradeFormat } from './formats.ts';
import { coloured, plain, renderText } from './grade-text.ts';
import { recall } from './recall.ts';
import { readSchedule, readSeed, readSubmission } from './read-submission.ts';
import { writeReport } from './write-report.ts';

export type GradeOptions = {
  json?: boolean;
  format?: string;
  output?: string;
  exitZero?: boolean;
  seed: string;
  schedule?: string;
  exercises?: string;
};

const exitCodes = {
  passed: ExitCode.Passed,
  failed: ExitCode.Failed,
  errored: ExitCode.Errored,
  'grader-fault': ExitCode.Usage,
} as const satisfies { [outcome in Verdict['outcome']]: number };

export async function grade(id: string, file: string, options: GradeOptions): Promise<number> {
  const format = readFormat(options, gradeFormats);
  const seed = readSeed(options.seed);
  const schedule = options.schedule === undefined ? {} : { schedule: readSchedule(options.schedule) };
  const files = readSubmission(file);
  const grader = makeGrader();
  try {
    const { written, erased } = await findExercise(options.exercises ?? ownExercises, id, grader);
    const reference = await recordReference(grader, erased, seed);
    const reported = await gradeTimed(grader, {
      exercise: erased,
      files,
      seed,
      tests: 'all',
      reference,
      ...schedule,
    });
    const text = await render(
      format,
      { ...reported, exercise: written, reference },
      options.output !== undefined,
    );
    writeReport(text, options.output);
    const { outcome } = reported.result.verdict;
    return options.exitZero === true && outcome !== 'grader-fault' ? ExitCode.Passed : exitCodes[outcome];
  } finally {
    await grader.close();
  }
}

/** Grades, and takes the real time of each test. */
async function gradeTimed(
  grader: Grader,
  request: GradeRequest,
): Promise<Pick<Reported, 'result' | 'timing'>> {
  const startedAt = new Date();
  const testWallMs = new Map<string, number>();
  let lastMs = performance.now();
  const result = await grader.grade({
    ...request,
    onTest({ name }) {
      const nowMs = performance.now();
      testWallMs.set(name, nowMs - lastMs);
      lastMs = nowMs;
    },
  });
  return { result, timing: { startedAt, testWallMs } };
}

async function render(
  format: GradeFormat,
  reported: Reported & { exercise: ExerciseBundle },
  isFile: boolean,
): Promise<string> {
  if (format === 'text') return renderText(reported.result, reported.exercise, isFile ? plain : coloured);
  if (format === 'json') return `${JSON.stringify(reported.result, null, 2)}\n`;
  return await renderReport(format, reported);
}

/** What the reference solution does at a seed, for the first difference. */
export async function recordReference(
  grader: Grader,
  exercise: GradableExercise & Pick<ExerciseBundle, 'solution'>,
  seed: number,
): Promise<Recording[]> {
  const files = firstFile(exercise.solution);
  return await recall(
    `reference ${exercise.contentHash} ${seed}`,
    async () => (await grader.grade({ exercise, files, seed, tests: 'all' })).recordings,
    // A busy machine may have cut it short, or a fault of ours.
    (recordings) => recordings.length > 0 && recordings.every(({ ended }) => ended.kind !== 'limit'),
  );
}

/** A submission is one file; an exercise may offer it in two languages. */
export function firstFile(files: { [path: string]: string }): { [path: string]: string } {
  return Object.fromEntries(Object.entries(files).slice(0, 1));
}
