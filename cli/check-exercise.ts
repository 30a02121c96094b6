// The proof of one exercise: what its author claims is tried, and what a student needs is there.
import path from 'node:path';
import { loadExercise, problemsOf, type Grader } from '#grader/index.ts';
import { checkAnswers, checkVariety } from './check-answers.ts';
import { checkHints } from './check-hints.ts';
import { checkInstructions } from './check-instructions.ts';
import { checkMutants, type MutantReport } from './check-mutants.ts';
import { makeProof, type Proof } from './check-proof.ts';
import { checkSteadiness } from './check-steadiness.ts';
import { readSurvivors } from './survivors.ts';

export type CheckedExercise = {
  id: string;
  ok: boolean;
  tests: number;
  mistakes: number;
  /** Absent where the folder could not be read. */
  alternatives?: number;
  problems: string[];
  /** False for an open exercise, whose spec runs beside the code; absent where the folder could not be read. */
  sealed?: boolean;
  /** Where they were asked for. */
  mutants?: MutantReport;
};

export type ProofOptions = { mutants?: boolean };

/** @param folder The exercise's own. What is wrong with it is in the result; it throws for our faults alone. */
export async function checkExercise(
  folder: string,
  grader: Grader,
  options: ProofOptions = {},
): Promise<CheckedExercise> {
  const id = path.basename(folder);
  try {
    const exercise = await loadExercise(folder, grader);
    const proof = makeProof(folder, exercise, grader);
    const problems = await findProblems(proof, options);
    const mutants = options.mutants === true ? await checkMutants(proof) : null;
    // The tests of an open exercise are somebody else's: what they let pass is told, and no fault of its.
    const isOwed = mutants !== null && exercise.spec === undefined;
    problems.push(...(isOwed ? mutants.problems : readSurvivors(folder).problems));
    return {
      id,
      ok: problems.length === 0,
      tests: exercise.tests.length,
      mistakes: exercise.mistakes.length,
      alternatives: exercise.alternatives.length,
      problems,
      sealed: exercise.spec === undefined,
      ...(mutants === null ? {} : { mutants: mutants.report }),
    };
  } catch (error) {
    return { id, ok: false, tests: 0, mistakes: 0, problems: problemsOf(error) };
  }
}

/** What others wrote is taken as it is: of an open exercise only its answers are tried. */
async function findProblems(proof: Proof, { mutants }: ProofOptions): Promise<string[]> {
  const answers = await checkAnswers(proof);
  if (proof.exercise.spec !== undefined) return answers;
  const texts = [...checkVariety(proof.exercise), ...checkHints(proof), ...checkInstructions(proof)];
  // An answer that fails as it is would fail again with every seed.
  if (answers.length > 0) return [...answers, ...texts];
  return [...texts, ...(await checkSteadiness(proof, { isThorough: mutants === true }))];
}
