// `interleave check [exercise…]`: proves exercises.
import path from 'node:path';
import { makeGrader } from '#grader/index.ts';
import { checkExercise } from './check-exercise.ts';
import { renderChecked, renderMutants } from './check-text.ts';
import { ExitCode } from './exit-codes.ts';
import { listExerciseIds, ownExercises, requireExercise } from './find-exercise.ts';

export type CheckOptions = { json?: boolean; exercises?: string; mutants?: boolean };

const CHILDREN = 2;

export async function check(ids: string[], options: CheckOptions): Promise<number> {
  const root = options.exercises ?? ownExercises;
  const known = listExerciseIds(root);
  for (const id of ids) requireExercise(root, id, known);
  const grader = makeGrader({ children: CHILDREN });
  try {
    const selected = ids.length === 0 ? known : ids;
    const exercises = await Promise.all(
      selected.map((id) => checkExercise(path.join(root, id), grader, options)),
    );
    const render = options.mutants === true ? renderMutants : renderChecked;
    process.stdout.write(
      options.json === true ? `${JSON.stringify({ exercises }, null, 2)}\n` : render(exercises),
    );
    return exercises.every((exercise) => exercise.ok) ? ExitCode.Passed : ExitCode.Failed;
  } finally {
    await grader.close();
  }
}
