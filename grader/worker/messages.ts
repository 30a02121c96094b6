// What passes between the parent and a child. The child is untrusted from the first byte of a submission on: the parent
// checks each of its messages for size, shape and job id before it believes any of it.
import { z } from 'zod';
import type { Files } from '../recording/types.ts';
import type { Equipment, Spec } from './grader.ts';
import { findingSchema, recordingSchema } from '../reports/schemas.ts';

export type GradeJob = {
  type: 'grade';
  jobId: string;
  /** `isErased`: both halves are JavaScript already. */
  exercise: { contentHash: string; scenarios: string; expectations: string; spec?: Spec; isErased?: true };
  files: Files;
  seed: number;
  /** Names of the tests to run, in order. */
  tests: string[];
  /** Tests to be explored follow this schedule instead: latencies in virtual ms, by order of start. */
  schedule?: readonly number[];
  /** Whether the recordings are to hold the step trace. */
  steps?: boolean;
};
export type RunJob = {
  type: 'run';
  jobId: string;
  files: Files;
  seed: number;
  instruments: boolean;
  steps?: boolean;
  equipment?: Equipment;
};
export type DescribeJob = {
  type: 'describe';
  jobId: string;
  scenarios: string;
  expectations: string;
  /** The tests of an open exercise are those that its spec declares beside the reference solution. */
  open?: { spec: Spec; solution: Files };
};
export type ToChild = GradeJob | RunJob | DescribeJob;

const jobId = z.string().max(40);

export const fromChildSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({
    type: z.literal('test'),
    jobId,
    index: z.int().min(0).max(1000),
    recording: recordingSchema,
    judgement: z.strictObject({
      outcome: z.enum(['passed', 'failed']),
      findings: z.array(findingSchema).max(50),
    }),
    resource: z.enum(['cpu', 'memory']).exactOptional(),
  }),
  z.strictObject({ type: z.literal('done'), jobId, isolateMs: z.number() }),
  z.strictObject({ type: z.literal('errored'), jobId, finding: findingSchema, isPoisoned: z.boolean() }),
  z.strictObject({
    type: z.literal('ran'),
    jobId,
    recording: recordingSchema,
    isLoaded: z.boolean(),
    exitCode: z.int(),
  }),
  z.strictObject({
    type: z.literal('described'),
    jobId,
    tests: z.array(
      z.strictObject({
        name: z.string(),
        hidden: z.boolean(),
        manyAnswers: z.literal(true).exactOptional(),
      }),
    ),
    expected: z.array(z.string()),
    erased: z.strictObject({ scenarios: z.string(), expectations: z.string() }),
  }),
  /** The child's machinery failed; never the submission's doing as far as the child can tell. */
  z.strictObject({ type: z.literal('fault'), jobId, message: z.string().max(5000) }),
]);
export type FromChild = z.infer<typeof fromChildSchema>;
