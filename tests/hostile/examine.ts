// Grades hostile submissions and says of each what is wrong with its verdict, and of the pool what it left behind.
import { limits, makeGrader, type ExerciseBundle, type Grader } from '#grader/index.ts';
import type { GradeResult } from '#grader/recording/types.ts';
import { familyOf } from '#tests/helpers/processes.ts';
import { classesOf, findControls, loadHostileExercise, type Submission } from './corpus.ts';

export type Examined = {
  name: string;
  /** What is wrong; null if nothing is. */
  complaint: string | null;
  isForged: boolean;
  isHung: boolean;
  wallMs: number;
  /** Class of the verdict, in few words. */
  verdict: string;
};

/** Past its limit a submission has this long to be killed and told, beside what it takes to start other children. */
const GRACE_MS = 500;

/** @param bootMs What it takes here and now to start a child: a file may cost one per test. */
export async function examine(
  submission: Submission,
  grader: Grader,
  exercise: ExerciseBundle,
  bootMs = 1000,
): Promise<Examined> {
  const startMs = performance.now();
  const result = await grader.grade({ exercise, files: submission.files, seed: 1, tests: 'all' });
  const wallMs = performance.now() - startMs;
  const isForged = isForgery(submission, result);
  const isHung = wallMs > limits.wallSubmissionLimitMs + GRACE_MS + exercise.tests.length * bootMs;
  const complaint = isHung ? `took ${Math.round(wallMs)} ms` : complaintAbout(submission, result);
  return { name: submission.name, complaint, isForged, isHung, wallMs, verdict: describe(result) };
}

function isForgery({ accepted, mustPass }: Submission, { verdict }: GradeResult): boolean {
  return verdict.outcome === 'passed' && !mustPass && !accepted.includes('contained');
}

function complaintAbout({ accepted, mustPass }: Submission, { verdict }: GradeResult): string | null {
  const classes = classesOf(verdict);
  if (mustPass && verdict.outcome !== 'passed') return `must pass: ${JSON.stringify(verdict)}`;
  if (mustPass || accepted.some((one) => classes.includes(one))) return null;
  return `none of ${accepted.join(', ')}: ${JSON.stringify(verdict)}`;
}

/** What of a verdict must be the same whatever else the machine does. */
function describe({ verdict }: GradeResult): string {
  const ends = verdict.tests.map(({ ended, outcome }) =>
    ended.kind === 'limit' ? ended.limit : `${outcome} ${ended.kind}`,
  );
  return [verdict.outcome, ...verdict.findings.map(({ code }) => code), ...ends].join(', ');
}

export type Report = {
  examined: Examined[];
  /** Controls that were not right: by the submission graded before. */
  poisoned: string[];
  /** Processes that were still there after the pool was closed. */
  leftOver: number;
};

/**
 * The whole corpus through one pool of one child, with a control in each language after every file, in the same child
 * unless that had to be replaced.
 */
export async function examineAll(
  corpus: Submission[],
  onExamined: (examined: Examined) => void = () => {},
): Promise<Report> {
  const grader = makeGrader();
  const report: Report = { examined: [], poisoned: [], leftOver: 0 };
  const controls = findControls(corpus);
  const before = familyOf(process.pid).length;
  /** The slowest control came right after a child was started. */
  let bootMs = 0;
  try {
    const exercise = await loadHostileExercise(grader);
    const checkControls = async (when: string): Promise<void> => {
      for (const control of controls) {
        const { complaint, wallMs } = await examine(control, grader, exercise);
        bootMs = Math.max(bootMs, wallMs);
        if (complaint !== null) report.poisoned.push(`${control.name} ${when}: ${complaint}`);
      }
    };
    await checkControls('at the start');
    for (const submission of corpus) {
      const examined = await examine(submission, grader, exercise, bootMs);
      report.examined.push(examined);
      onExamined(examined);
      await checkControls(`after ${submission.name}`);
    }
  } finally {
    await grader.close();
  }
  report.leftOver = familyOf(process.pid).length - before;
  return report;
}
