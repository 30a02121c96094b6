// The shapes of grader/recording/types.ts as zod schemas: what crosses a process, a file or the command line is checked.
import { z } from 'zod';
import type {
  Encoded,
  Finding,
  GradeResult,
  Json,
  Recording,
  StepTrace,
  TestVerdict,
  Usage,
  Verdict,
} from '../recording/types.ts';
import { isEncoded } from './encoded.ts';

const jsonSchema: z.ZodType<Json> = z.lazy(() =>
  z.union([
    z.null(),
    z.boolean(),
    z.number(),
    z.string(),
    z.array(jsonSchema),
    z.record(z.string(), jsonSchema),
  ]),
);

export const sourcePositionSchema = z.strictObject({
  file: z.string().max(200),
  line: z.int().min(1),
  column: z.int().min(1),
});

const encodedSchema = z.custom<Encoded>(isEncoded, 'expected an encoded value');

const endedSchema = z.union([
  z.strictObject({
    kind: z.enum(['returned', 'threw', 'never-settled', 'unhandled-rejection', 'syntax-error', 'load-error']),
    at: sourcePositionSchema.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('limit'),
    limit: z.enum(['resources', 'virtual-time', 'timers', 'output']),
  }),
]);

const spanSchema = z.strictObject({
  id: z.int(),
  kind: z.enum(['call', 'fetch', 'timer', 'interval', 'immediate', 'microtask', 'tick']),
  name: z.string(),
  args: z.array(encodedSchema),
  startMs: z.number(),
  endMs: z.number().nullable(),
  startSeq: z.int(),
  endSeq: z.int().nullable(),
  outcome: z.enum(['fulfilled', 'rejected', 'cancelled', 'fired', 'pending']),
  value: encodedSchema.exactOptional(),
  at: sourcePositionSchema.exactOptional(),
  initiator: z.int().exactOptional(),
  inFlight: z.int(),
});

const markSchema = z.strictObject({
  kind: z.enum(['console', 'abort', 'settled', 'event', 'block']),
  virtualMs: z.number(),
  seq: z.int(),
  text: z.string(),
  level: z.string().exactOptional(),
  at: sourcePositionSchema.exactOptional(),
});

const stepSchema = z.strictObject({
  kind: z.enum([
    'run-task',
    'run-microtask',
    'call',
    'return',
    'suspend',
    'yield',
    'resume',
    'queue-task',
    'cancel-task',
    'queue-microtask',
    'console',
    'abort',
    'event',
    'block',
    'settled',
  ]),
  virtualMs: z.number(),
  at: sourcePositionSchema.exactOptional(),
  frame: z.int().exactOptional(),
  name: z.string().max(100).exactOptional(),
  microtask: z.int().exactOptional(),
  task: z.int().exactOptional(),
  dueMs: z.number().exactOptional(),
  text: z.string().exactOptional(),
  level: z.string().exactOptional(),
});

const microtaskSchema = z.strictObject({
  kind: z.enum([
    'resume',
    'then',
    'catch',
    'finally',
    'pass',
    'adopt',
    'carry',
    'thenable',
    'combine',
    'microtask',
    'tick',
  ]),
  name: z.string().max(100),
  at: sourcePositionSchema.exactOptional(),
  frame: z.int().exactOptional(),
  queuedAt: z.int().nullable(),
  ranAt: z.int().nullable(),
});

export const stepTraceSchema: z.ZodType<StepTrace> = z.strictObject({
  steps: z.array(stepSchema),
  microtasks: z.array(microtaskSchema),
  cut: z.strictObject({ limit: z.int() }).exactOptional(),
});

export const recordingSchema: z.ZodType<Recording> = z.strictObject({
  test: z.string(),
  ended: endedSchema,
  outcome: z.union([
    z.strictObject({ kind: z.literal('returned'), value: encodedSchema }),
    z.strictObject({ kind: z.literal('threw'), error: encodedSchema }),
    z.strictObject({ kind: z.literal('none') }),
  ]),
  timeline: z.strictObject({
    spans: z.array(spanSchema),
    marks: z.array(markSchema),
    cut: z.strictObject({ seq: z.int(), limit: z.int() }).exactOptional(),
  }),
  leftBehind: z.array(
    z.strictObject({
      kind: z.enum(['timer', 'interval', 'immediate', 'listener', 'call', 'promise']),
      name: z.string(),
      dueMs: z.number().exactOptional(),
      at: sourcePositionSchema.exactOptional(),
      notAwaited: z
        .strictObject({ why: z.enum(['dropped', 'unused', 'for-each']), at: sourcePositionSchema })
        .exactOptional(),
    }),
  ),
  pendingWaits: z.array(
    z.strictObject({
      awaitedAt: sourcePositionSchema,
      madeAt: sourcePositionSchema.exactOptional(),
      madeBy: z.string().max(60).exactOptional(),
    }),
  ),
  unsettled: z.array(z.strictObject({ at: sourcePositionSchema, by: z.string().max(60) })).exactOptional(),
  rejectedAt: sourcePositionSchema.exactOptional(),
  missingExport: z.strictObject({ name: z.string(), file: z.string() }).exactOptional(),
  busyWait: z.strictObject({ reads: z.int(), at: sourcePositionSchema.exactOptional() }).exactOptional(),
  steps: stepTraceSchema.exactOptional(),
  liveTimers: z.int().exactOptional(),
  virtualMs: z.number(),
  maximumInFlight: z.int(),
  longestBlockMs: z.number(),
  droppedOutput: z.strictObject({ lines: z.int(), characters: z.int() }).exactOptional(),
  schedule: z.array(z.number()).max(20_000).exactOptional(),
  exploration: z.strictObject({ schedules: z.int(), failed: z.int() }).exactOptional(),
  manyAnswers: z.literal(true).exactOptional(),
  instrumented: z.boolean(),
});

export const findingSchema: z.ZodType<Finding> = z.strictObject({
  code: z.string().max(60),
  params: z.record(z.string(), jsonSchema),
  at: sourcePositionSchema.exactOptional(),
});

export const testVerdictSchema: z.ZodType<TestVerdict> = z.strictObject({
  name: z.string(),
  hidden: z.boolean(),
  outcome: z.enum(['passed', 'failed', 'not-run']),
  ended: endedSchema,
  findings: z.array(findingSchema),
  virtualMs: z.number(),
});

export const verdictSchema: z.ZodType<Verdict> = z.strictObject({
  outcome: z.enum(['passed', 'failed', 'errored', 'grader-fault']),
  tests: z.array(testVerdictSchema),
  findings: z.array(findingSchema),
  sealed: z.boolean(),
  exercise: z.strictObject({ id: z.string(), contentHash: z.string() }),
  engineVersion: z.string(),
  seed: z.int(),
});

export const usageSchema: z.ZodType<Usage> = z.strictObject({
  wallMs: z.number(),
  isolateMs: z.number(),
  resource: z.enum(['cpu', 'memory', 'wall', 'rss', 'crash']).exactOptional(),
});

/** What `interleave grade --json` prints. */
export const gradeResultSchema: z.ZodType<GradeResult> = z.strictObject({
  verdict: verdictSchema,
  recordings: z.array(recordingSchema),
  usage: usageSchema,
});

/** What `interleave run --json` prints. */
export const runReportSchema = z.strictObject({
  lines: z.array(z.strictObject({ stream: z.enum(['stdout', 'stderr']), text: z.string() })),
  exitCode: z.int(),
  virtualMs: z.number(),
  error: z.string().exactOptional(),
  steps: stepTraceSchema.exactOptional(),
});

const mutantReportSchema = z.strictObject({
  total: z.int(),
  caught: z.int(),
  survivors: z.array(
    z.strictObject({
      what: z.string(),
      line: z.int().min(1),
      reason: z.string().nullable(),
      sameRecordings: z.boolean(),
    }),
  ),
});

/** What `interleave check --json` prints. */
export const checkReportSchema = z.strictObject({
  exercises: z.array(
    z.strictObject({
      id: z.string(),
      ok: z.boolean(),
      tests: z.int(),
      mistakes: z.int(),
      alternatives: z.int().exactOptional(),
      problems: z.array(z.string()),
      sealed: z.boolean().exactOptional(),
      mutants: mutantReportSchema.exactOptional(),
    }),
  ),
  lessons: z.array(
    z.strictObject({
      id: z.string(),
      ok: z.boolean(),
      snippets: z.int(),
      words: z.int(),
      problems: z.array(z.string()),
    }),
  ),
  tracks: z.array(
    z.strictObject({ id: z.string(), ok: z.boolean(), items: z.int(), problems: z.array(z.string()) }),
  ),
});
