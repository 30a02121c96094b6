// Fills the demo class. Every verdict in it is real: the exercises' own mistakes and solutions, graded as any attempt.
import { makeGrader, type ExerciseBundle, type Grader } from '#grader/index.ts';
import { makeDatabase } from '#prisma/database.ts';
import type { PrismaClient } from '#prisma/client/client.ts';
import { makeExerciseVersions } from '../grader/exercise-versions.ts';
import { gradeAttempt, type GradingTools } from '../grader/grade-attempt.ts';
import { toBundle } from '../queue/columns.ts';
import { codeHashOf } from '../queue/code-hash.ts';
import { seedOf } from '../queue/seed.ts';
import { DEMO_CLASSROOM_NAME, DEMO_PASSWORD, demoId, demoStudentEmail } from './demo-ids.ts';
import { makeDemoPeople } from './demo-people.ts';
import { PERSONAS, planStudent, type PlannedAttempt } from './demo-plan.ts';

export type DemoReport = {
  students: number;
  /** Attempts of the demo, and how many of them were graded now. */
  attempts: number;
  graded: number;
  instructorEmail: string;
};

export type DemoOptions = {
  now: Date;
  /** One of its own is made, and closed, where none is given. */
  grader?: Grader;
};

/**
 * Makes the demo class with its students and their attempts. Idempotent, and safe to begin again where it was
 * interrupted; calls at once wait for each other only by doing the same work.
 *
 * @throws Error where no exercise is in the database yet.
 */
export async function fillDemo(databaseUrl: string, { now, grader }: DemoOptions): Promise<DemoReport> {
  const database = makeDatabase(databaseUrl);
  const used = grader ?? makeGrader();
  try {
    const tools = { database, grader: used, versions: makeExerciseVersions(database, used) };
    const exercises = await readExercises(database);
    const { studentIds, instructorEmail } = await makeDemoPeople(database, PERSONAS.length, now);
    const report: DemoReport = { students: studentIds.length, attempts: 0, graded: 0, instructorEmail };
    for (const [index, userId] of studentIds.entries()) {
      await fillStudent(tools, exercises, { index, userId, now }, report);
    }
    return report;
  } finally {
    if (!grader) await used.close();
    await database.$disconnect();
  }
}

/** What to tell the person at the terminal, line by line. */
export function describeDemo({ students, attempts, instructorEmail }: DemoReport): string[] {
  return [
    `"${DEMO_CLASSROOM_NAME}" has ${students} made-up students with ${attempts} graded attempts.`,
    `Sign in as a student: ${demoStudentEmail(12)} (01 to ${students}), password ${DEMO_PASSWORD}`,
    `Its instructor is ${instructorEmail}.`,
  ];
}

type StoredExercise = { versionId: string; bundle: ExerciseBundle };

async function readExercises(database: PrismaClient): Promise<StoredExercise[]> {
  const rows = await database.exercise.findMany({
    where: { retiredAt: null, currentVersion: { isNot: null } },
    orderBy: [{ order: 'asc' }, { id: 'asc' }],
    select: { currentVersion: { select: { id: true, bundle: true } } },
  });
  if (rows.length === 0) throw new Error('The demo needs exercises; none is in the database yet.');
  return rows.flatMap(({ currentVersion }) =>
    currentVersion ? [{ versionId: currentVersion.id, bundle: toBundle(currentVersion.bundle) }] : [],
  );
}

async function fillStudent(
  tools: GradingTools,
  exercises: StoredExercise[],
  student: { index: number; userId: string; now: Date },
  report: DemoReport,
): Promise<void> {
  const persona = PERSONAS[student.index];
  if (persona === undefined) return;
  const bundles = exercises.map(({ bundle }) => bundle);
  for (const planned of planStudent(persona, student.index, bundles, student.now)) {
    const exercise = exercises[planned.exercise];
    if (exercise === undefined) continue;
    const id = await insertAttempt(tools.database, student.userId, exercise, planned);
    const ref = { kind: planned.kind, id };
    const grading = await gradeAttempt(tools, { ref, timesBegun: 1, now: () => planned.createdAt });
    report.attempts += 1;
    if (grading === 'graded') report.graded += 1;
  }
}

/** @returns The attempt's id, which is the same whenever the demo is filled. */
async function insertAttempt(
  database: PrismaClient,
  userId: string,
  { versionId, bundle }: StoredExercise,
  { kind, number, files, createdAt }: PlannedAttempt,
): Promise<string> {
  const id = demoId(`${kind} ${number} of ${userId} to ${bundle.id}`);
  const code = { files, codeHash: codeHashOf(files), seed: seedOf(bundle.contentHash) };
  const row = { id, userId, exerciseVersionId: versionId, createdAt, ...code };
  if (kind === 'run') await database.run.createMany({ data: [row], skipDuplicates: true });
  else {
    const submission = { ...row, exerciseId: bundle.id, number };
    await database.submission.createMany({ data: [submission], skipDuplicates: true });
  }
  return id;
}
