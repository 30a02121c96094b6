// A verdict as Exercism's `results.json`, version 3.
// https://github.com/exercism/docs/blob/main/building/tooling/test-runners/interface.md
import { z } from 'zod';
import type { GradeResult, Recording, TestVerdict, Verdict } from '../recording/types.ts';
import type { ExerciseBundle } from '../worker/grader.ts';
import { faultOf, problemOf, recordingOf, textOf } from './problem.ts';
import { testCodeOf } from './test-code.ts';

const OUTPUT_LIMIT = 500;
const TRUNCATED = 'Output was truncated. Please limit to 500 chars';

const statusSchema = z.enum(['pass', 'fail', 'error']);

const exercismTestSchema = z.strictObject({
  name: z.string().min(1),
  status: statusSchema,
  message: z.string().nullable(),
  /** What the student printed, and nothing else. */
  output: z.string().max(OUTPUT_LIMIT).nullable(),
  test_code: z.string().exactOptional(),
  /** Number of the one task that the test belongs to. Our exercises do not number tasks. */
  task_id: z.int().min(1).exactOptional(),
});

export const exercismResultsSchema = z
  .strictObject({
    version: z.literal(3),
    status: statusSchema,
    message: z.string().min(1).nullable(),
    tests: z.array(exercismTestSchema),
  })
  .refine(({ status, message }) => (status === 'error') === (message !== null), {
    error: 'expected a message for the status "error", and only then',
  });

export type ExercismResults = z.infer<typeof exercismResultsSchema>;
type ExercismTest = z.infer<typeof exercismTestSchema>;

/** The tests stand in the order of `scenarios.ts`. Where none could start, the list is empty and `message` says why. */
export function toExercism(
  { verdict, recordings }: GradeResult,
  exercise: Pick<ExerciseBundle, 'scenarios' | 'expectations'>,
): ExercismResults {
  const message = errorOf(verdict);
  if (message !== null) return { version: 3, status: 'error', message, tests: [] };
  const codeOf = testCodeOf(exercise);
  return {
    version: 3,
    status: verdict.outcome === 'passed' ? 'pass' : 'fail',
    message: null,
    tests: verdict.tests.map((test) => {
      // The source of a hidden test is what is hidden.
      const code = test.hidden ? undefined : codeOf(test.name);
      const result = toTest(test, verdict, recordingOf(recordings, test));
      return code === undefined ? result : { ...result, test_code: code };
    }),
  };
}

function errorOf(verdict: Verdict): string | null {
  const fault = faultOf(verdict);
  if (fault !== null) return textOf([fault]);
  return verdict.outcome === 'errored' ? textOf(verdict.findings) : null;
}

function toTest(test: TestVerdict, verdict: Verdict, recording: Recording | undefined): ExercismTest {
  const problem = problemOf(test, verdict);
  return {
    name: test.name,
    status: problem === null ? 'pass' : problem.severity === 'failure' ? 'fail' : 'error',
    message: problem === null ? null : textOf(problem.findings),
    output: outputOf(recording),
  };
}

function outputOf(recording: Recording | undefined): string | null {
  const lines = recording?.timeline.marks.filter(({ kind }) => kind === 'console') ?? [];
  if (lines.length === 0) return null;
  const text = lines
    .map((line) => line.text)
    .join('\n')
    .toWellFormed();
  if (text.length <= OUTPUT_LIMIT) return text;
  // A pair of surrogates that is cut in two leaves a half that is not well-formed, and as long.
  return `${text.slice(0, OUTPUT_LIMIT - TRUNCATED.length - 1).toWellFormed()}\n${TRUNCATED}`;
}
