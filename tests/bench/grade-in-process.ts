// One grading in this process: all that a child does and all that its parent does with the answer, without the pipe between.
import type { ExerciseBundle } from '#grader/index.ts';
import { toTestVerdict, toVerdict } from '#grader/judge/verdict.ts';
import type { Files, GradeResult, Recording, TestVerdict } from '#grader/recording/types.ts';
import { ENGINE_VERSION } from '#grader/worker/engine-version.ts';
import { fromChildSchema, type GradeJob } from '#grader/worker/messages.ts';
import { precheck } from '#grader/worker/precheck.ts';
import type { Session } from '#grader/worker/session.ts';

const SEED = 1;

export type Grading = Pick<GradeResult, 'verdict' | 'recordings'> & {
  /** Wall ms from the submission's arrival to its report; what the child does after its last message is not in it. */
  reportedMs: number;
};

export function gradeInProcess(session: Session, exercise: ExerciseBundle, files: Files): Grading {
  const startMs = performance.now();
  const refused = precheck(files);
  if (refused !== null) throw new Error(`the work item was refused: ${refused.code}`);
  const lines: string[] = [];
  let grading: Grading | undefined;
  session.grade(toJob(exercise, files), (message) => {
    lines.push(JSON.stringify(message));
    if (message.type === 'test') return;
    grading = { ...assemble(lines, exercise), reportedMs: performance.now() - startMs };
  });
  if (grading === undefined) throw new Error('the grading ended without its last message');
  return grading;
}

function toJob(exercise: ExerciseBundle, files: Files): GradeJob {
  const { contentHash, scenarios, expectations } = exercise;
  return {
    type: 'grade',
    jobId: 'bench',
    exercise: { contentHash, scenarios, expectations },
    files,
    seed: SEED,
    tests: exercise.tests.map((test) => test.name),
  };
}

/** As the parent does: parsed, held to the schema, made into the result that the door returns. */
function assemble(lines: string[], exercise: ExerciseBundle): Pick<GradeResult, 'verdict' | 'recordings'> {
  const recordings: Recording[] = [];
  const verdicts: TestVerdict[] = [];
  for (const line of lines) {
    const message = fromChildSchema.parse(JSON.parse(line));
    if (message.type === 'done') break;
    if (message.type !== 'test') throw new Error(`the session answered with ${line.slice(0, 500)}`);
    const test = exercise.tests[message.index];
    if (test === undefined) throw new Error(`the session answered for a test ${message.index}`);
    recordings.push(message.recording);
    verdicts.push(toTestVerdict({ ...test, ...message }, undefined));
  }
  const { id, contentHash } = exercise;
  const context = { exercise: { id, contentHash }, engineVersion: ENGINE_VERSION, seed: SEED };
  return { verdict: toVerdict(verdicts, context), recordings };
}
