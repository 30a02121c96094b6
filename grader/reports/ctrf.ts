// A verdict as a report in the Common Test Report Format. https://github.com/ctrf-io/ctrf (schema/ctrf.schema.json)
import { z } from 'zod';
import type { GradeResult, TestVerdict, Verdict } from '../recording/types.ts';
import { headlineOf, placeOf, printedBy, problemOf, recordingOf, textOf, type Problem } from './problem.ts';
import type { Timing } from './timing.ts';

/** Of the specification, not ours. */
const SPEC_VERSION = '1.0.0';

const statusSchema = z.enum(['passed', 'failed', 'skipped', 'pending', 'other']);
const extraSchema = z.record(z.string(), z.json());
/** Real milliseconds: a duration, or an instant since the Unix epoch. */
const wallMsSchema = z.int().min(0);

const ctrfTestSchema = z.strictObject({
  name: z.string().min(1),
  status: statusSchema,
  duration: wallMsSchema,
  suite: z.array(z.string()).min(1),
  type: z.literal('unit'),
  rawStatus: z.string(),
  message: z.string().exactOptional(),
  trace: z.string().exactOptional(),
  filePath: z.string().exactOptional(),
  tags: z.array(z.string()).exactOptional(),
  stdout: z.array(z.string()).exactOptional(),
  stderr: z.array(z.string()).exactOptional(),
  extra: extraSchema,
});

const summarySchema = z.strictObject({
  tests: z.int(),
  passed: z.int(),
  failed: z.int(),
  skipped: z.int(),
  pending: z.int(),
  other: z.int(),
  suites: z.int(),
  start: wallMsSchema,
  stop: wallMsSchema,
  duration: wallMsSchema,
});

/** The fields that we write; the published schema has more, all of them optional. */
export const ctrfReportSchema = z.strictObject({
  reportFormat: z.literal('CTRF'),
  specVersion: z.literal(SPEC_VERSION),
  timestamp: z.iso.datetime(),
  generatedBy: z.literal('interleave'),
  results: z.strictObject({
    tool: z.strictObject({ name: z.literal('interleave'), version: z.string() }),
    summary: summarySchema,
    tests: z.array(ctrfTestSchema),
    extra: extraSchema,
  }),
});

export type CtrfReport = z.infer<typeof ctrfReportSchema>;
type CtrfTest = z.infer<typeof ctrfTestSchema>;

/** Durations are real time; virtual ms and the codes of the findings stand in `extra`. */
export function toCtrf(result: GradeResult, timing: Timing): CtrfReport {
  const { verdict, usage } = result;
  const tests = verdict.tests.map((test) => toTest(test, result, timing));
  const start = timing.startedAt.getTime();
  const duration = Math.round(usage.wallMs);
  return {
    reportFormat: 'CTRF',
    specVersion: SPEC_VERSION,
    timestamp: new Date(start + duration).toISOString(),
    generatedBy: 'interleave',
    results: {
      tool: { name: 'interleave', version: verdict.engineVersion },
      summary: { ...count(tests), suites: 1, start, stop: start + duration, duration },
      tests,
      extra: describe(verdict),
    },
  };
}

function describe({ outcome, sealed, exercise, seed }: Verdict): CtrfReport['results']['extra'] {
  return { outcome, sealed, exercise: exercise.id, contentHash: exercise.contentHash, seed };
}

function count(tests: CtrfTest[]): { tests: number } & { [status in CtrfTest['status']]: number } {
  const countOf = (wanted: CtrfTest['status']): number =>
    tests.filter(({ status }) => status === wanted).length;
  return {
    tests: tests.length,
    passed: countOf('passed'),
    failed: countOf('failed'),
    skipped: countOf('skipped'),
    pending: countOf('pending'),
    other: countOf('other'),
  };
}

/** A fault of ours is no failure of the code: it has no word of its own in this format. */
const statuses = {
  failure: 'failed',
  error: 'failed',
  skipped: 'skipped',
  fault: 'other',
} as const satisfies { [severity in Problem['severity']]: CtrfTest['status'] };

function toTest(test: TestVerdict, { verdict, recordings }: GradeResult, timing: Timing): CtrfTest {
  const problem = problemOf(test, verdict);
  const { stdout, stderr } = printedBy(recordingOf(recordings, test));
  return {
    name: test.name,
    status: problem === null ? 'passed' : statuses[problem.severity],
    duration: Math.round(timing.testWallMs.get(test.name) ?? 0),
    suite: [verdict.exercise.id],
    type: 'unit',
    rawStatus: test.outcome,
    ...(problem === null ? {} : explain(problem)),
    ...(test.hidden ? { tags: ['hidden'] } : {}),
    ...(stdout.length === 0 ? {} : { stdout }),
    ...(stderr.length === 0 ? {} : { stderr }),
    extra: {
      virtualMs: test.virtualMs,
      ended: { ...test.ended },
      findings: problem?.findings.map(({ code }) => code) ?? [],
    },
  };
}

function explain(problem: Problem): Pick<CtrfTest, 'message' | 'trace' | 'filePath'> {
  const at = placeOf(problem);
  return {
    message: headlineOf(problem),
    trace: textOf(problem.findings),
    ...(at === undefined ? {} : { filePath: at.file }),
  };
}
