// The exercises that the bench grades, read by the real loader, and the check that every single grading of them passed.
import path from 'node:path';
import { loadExercise, type ExerciseBundle, type Grader } from '#grader/index.ts';
import type { GradeResult } from '#grader/recording/types.ts';

export const benchRoot = import.meta.dirname;
export const solutionFile = path.join(benchRoot, 'work-item/solution/solution.ts');
export const TESTS = 5;

export async function loadWorkItem(grader?: Grader): Promise<ExerciseBundle> {
  const exercise = await loadExercise(path.join(benchRoot, 'work-item'), grader);
  if (exercise.tests.length !== TESTS)
    throw new Error(`the work item has ${exercise.tests.length} tests, expected ${TESTS}`);
  return exercise;
}

/** @throws unless the result is that of five passed, recorded, sealed tests. */
export function expectPassed({ verdict, recordings }: Pick<GradeResult, 'verdict' | 'recordings'>): void {
  const passed = verdict.tests.filter(({ outcome }) => outcome === 'passed').length;
  const spans = recordings.reduce((sum, { timeline }) => sum + timeline.spans.length, 0);
  if (verdict.outcome !== 'passed' || passed !== TESTS || !verdict.sealed)
    throw new Error(`a grading was ${verdict.outcome} with ${passed} of ${TESTS} tests passed`);
  if (recordings.length !== TESTS || spans < 12)
    throw new Error(`a grading came with ${recordings.length} recordings and ${spans} spans`);
}
