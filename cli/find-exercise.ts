import path from 'node:path';
import { ExerciseError, listExercises, loadExercise, type Grader } from '#grader/index.ts';
import { UsageError } from './exit-codes.ts';
import { recallExercise, type FoundExercise } from './recall.ts';
import { fileReason } from './file-error.ts';
import { suggest } from './nearest.ts';

export const ownExercises = path.resolve(import.meta.dirname, '../exercises');

/** @throws UsageError when the folder holds no such exercise; ExerciseError when it is there but wrong. */
export async function findExercise(root: string, id: string, grader: Grader): Promise<FoundExercise> {
  requireExercise(root, id, listExerciseIds(root));
  return await recallExercise(async (asked) => await loadExercise(path.join(root, id), asked), grader);
}

/** @throws UsageError that names the exercise that was probably meant, or some that there are. */
export function requireExercise(root: string, id: string, known: string[]): void {
  if (known.includes(id)) return;
  throw new UsageError(`There is no exercise "${id}" in ${root}. ${suggest(path.basename(id), known)}`);
}

/** @throws UsageError when the folder cannot be read, or holds none. */
export function listExerciseIds(root: string): string[] {
  const ids = readIds(root);
  if (ids.length > 0) return ids;
  throw new UsageError(`There is no exercise in ${root}: expected folders that hold an exercise.md.`);
}

function readIds(root: string): string[] {
  try {
    return listExercises(root);
  } catch (error) {
    const reason = error instanceof ExerciseError ? 'the folder does not exist' : fileReason(error);
    throw new UsageError(`--exercises "${root}": ${reason}.`, { cause: error });
  }
}
