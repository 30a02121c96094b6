import path from 'node:path';
import { listExercises, loadExercise, type ExerciseBundle, type Grader } from '#grader/index.ts';
import { UsageError } from './exit-codes.ts';
import { recallExercise } from './recall.ts';

export const ownExercises = path.resolve(import.meta.dirname, '../exercises');

/** @throws UsageError when the folder holds no such exercise; ExerciseError when it is there but wrong. */
export async function findExercise(root: string, id: string, grader: Grader): Promise<ExerciseBundle> {
  const known = listExerciseIds(root);
  if (!known.includes(id)) {
    throw new UsageError(
      `There is no exercise "${id}" in ${root}. Expected one of: ${known.join(', ') || '(none)'}.`,
    );
  }
  return await recallExercise(async (asked) => await loadExercise(path.join(root, id), asked), grader);
}

export function listExerciseIds(root: string): string[] {
  try {
    return listExercises(root);
  } catch (error) {
    throw new UsageError(`--exercises "${root}": the folder does not exist.`, { cause: error });
  }
}
