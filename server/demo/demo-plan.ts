// Who tried what when in the demo class: a plan made from the exercises' own mistakes and solutions. Pure; the verdicts
// come from grading the plan.
import type { ExerciseBundle } from '#grader/index.ts';
import type { Files } from '#grader/recording/types.ts';

/** How far a demo student gets, and how. */
type Persona = {
  /** Exercises passed, in order of the catalogue. */
  passes: number;
  /** Wrong submissions before each pass. */
  wrongBeforePass: number;
  /** Wrong submissions to the exercise after the last one passed: where this student is now. */
  stuckFor: number;
  /** Days since the last attempt. */
  quietDays: number;
};

export type PlannedAttempt = {
  kind: 'run' | 'submission';
  /** Index into the exercises given. */
  exercise: number;
  files: Files;
  /** Runs and submissions count apart, per exercise, from 1. */
  number: number;
  createdAt: Date;
};

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** One per student; the class is as mixed as a real one. */
export const PERSONAS: Persona[] = [
  ...times(3, { passes: 0, wrongBeforePass: 0, stuckFor: 0, quietDays: 0 }),
  ...times(2, { passes: 0, wrongBeforePass: 0, stuckFor: 5, quietDays: 0 }),
  ...times(2, { passes: 0, wrongBeforePass: 0, stuckFor: 1, quietDays: 6 }),
  ...times(3, { passes: 1, wrongBeforePass: 1, stuckFor: 1, quietDays: 2 }),
  ...times(2, { passes: 1, wrongBeforePass: 2, stuckFor: 6, quietDays: 1 }),
  ...times(3, { passes: 2, wrongBeforePass: 1, stuckFor: 0, quietDays: 1 }),
  ...times(2, { passes: 3, wrongBeforePass: 2, stuckFor: 4, quietDays: 0 }),
  ...times(3, { passes: 3, wrongBeforePass: 1, stuckFor: 1, quietDays: 3 }),
  ...times(2, { passes: 4, wrongBeforePass: 0, stuckFor: 2, quietDays: 0 }),
  ...times(2, { passes: 5, wrongBeforePass: 1, stuckFor: 0, quietDays: 4 }),
];

function times(count: number, persona: Persona): Persona[] {
  return Array.from({ length: count }, () => persona);
}

/**
 * @param student Index of the student; decides which mistakes are made and in which language.
 * @param exercises In order of the catalogue.
 * @returns In order of time; the last at least an hour before `now`.
 */
export function planStudent(
  persona: Persona,
  student: number,
  exercises: ExerciseBundle[],
  now: Date,
): PlannedAttempt[] {
  const steps = exercises.flatMap((exercise, index) => stepsFor(persona, student, exercise, index));
  return atTimes(steps, persona, student, now);
}

type Step = Omit<PlannedAttempt, 'createdAt'>;

function stepsFor(persona: Persona, student: number, exercise: ExerciseBundle, index: number): Step[] {
  const passes = index < persona.passes;
  const wrong = passes ? persona.wrongBeforePass : index === persona.passes ? persona.stuckFor : 0;
  const mistakes = pickMistakes(exercise, student + index, wrong);
  const handedIn = passes ? [...mistakes, pickSolution(exercise, student)] : mistakes;
  return handedIn.flatMap((files, at) => [
    // One private try of the same code before it is handed in; the first also of the starter as it is.
    ...(at === 0 && student % 2 === 0 ? [run(index, 1, pickStarter(exercise, student))] : []),
    run(index, at + 2, files),
    { kind: 'submission' as const, exercise: index, number: at + 1, files },
  ]);
}

const run = (exercise: number, number: number, files: Files): Step => ({
  kind: 'run',
  exercise,
  number,
  files,
});

/** Different mistakes one after the other: nobody hands the same code in twice. */
function pickMistakes({ mistakes }: ExerciseBundle, from: number, count: number): Files[] {
  if (mistakes.length === 0) return [];
  return Array.from({ length: Math.min(count, mistakes.length) }, (_, step) => {
    const mistake = mistakes[(from + step) % mistakes.length];
    return mistake?.files ?? {};
  });
}

function pickSolution({ solution, alternatives }: ExerciseBundle, student: number): Files {
  const choices = [...oneFileEach(solution), ...alternatives.map(({ files }) => files)];
  return choices[student % choices.length] ?? {};
}

function pickStarter({ starter }: ExerciseBundle, student: number): Files {
  const choices = oneFileEach(starter);
  return choices[student % choices.length] ?? {};
}

/** `solution.js` and `solution.ts` are two ways to say it; one of them is handed in. */
function oneFileEach(files: Files): Files[] {
  return Object.entries(files).map(([path, source]) => ({ [path]: source }));
}

/** Minutes between a student's attempts; a night between some. */
function atTimes(steps: Step[], persona: Persona, student: number, now: Date): PlannedAttempt[] {
  const lastMs = now.getTime() - persona.quietDays * DAY_MS - (60 + ((student * 37) % 300)) * MINUTE_MS;
  let atMs = lastMs;
  const backwards = steps.toReversed().map((step, index) => {
    const attempt = { ...step, createdAt: new Date(atMs) };
    atMs -= gapMs(step, student + index);
    return attempt;
  });
  return backwards.toReversed();
}

function gapMs({ kind, number }: Step, salt: number): number {
  const minutes = kind === 'submission' ? 2 + (salt % 3) : 4 + ((salt * 7) % 19);
  const startedAnew = kind === 'run' && number <= 2 && salt % 3 !== 0;
  return minutes * MINUTE_MS + (startedAnew ? DAY_MS : 0);
}
