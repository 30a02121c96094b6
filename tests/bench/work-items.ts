// The exercises that the bench grades, read by the real loader, and the check that every single grading of them passed.
import path from 'node:path';
import { loadExercise, type ExerciseBundle, type Grader } from '#grader/index.ts';
import type { GradeResult } from '#grader/recording/types.ts';

export const benchRoot = import.meta.dirname;
export const solutionFile = path.join(benchRoot, 'work-item/solution/solution.ts');
export const TESTS = 5;

/** The five tests of the work item, and the one test that runs under a hundred schedules. */
export type WorkItems = { fiveTests: ExerciseBundle; hundredSchedules: ExerciseBundle };

export async function loadWorkItems(grader?: Grader): Promise<WorkItems> {
  const load = async (name: string): Promise<ExerciseBundle> =>
    await loadExercise(path.join(benchRoot, name), grader);
  return { fiveTests: await load('work-item'), hundredSchedules: await load('schedules') };
}

type Result = Pick<GradeResult, 'verdict' | 'recordings'>;

/** @throws unless the result is that of five passed, recorded, sealed tests. */
export function expectPassed({ verdict, recordings }: Result): void {
  const passed = verdict.tests.filter(({ outcome }) => outcome === 'passed').length;
  const spans = recordings.reduce((sum, { timeline }) => sum + timeline.spans.length, 0);
  if (verdict.outcome !== 'passed' || passed !== TESTS || !verdict.sealed)
    throw new Error(`a grading was ${verdict.outcome} with ${passed} of ${TESTS} tests passed`);
  if (recordings.length !== TESTS || spans < 12)
    throw new Error(`a grading came with ${recordings.length} recordings and ${spans} spans`);
}

/** @throws unless the one test passed under a hundred schedules. */
export function expectExplored({ verdict, recordings: [recording] }: Result): void {
  const { schedules, failed } = recording?.exploration ?? { schedules: 0, failed: 0 };
  if (verdict.outcome !== 'passed' || schedules !== 100 || failed !== 0)
    throw new Error(`an exploration was ${verdict.outcome}; ${failed} of ${schedules} schedules failed`);
}
