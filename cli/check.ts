// `interleave check [exercise…]`: proves exercises.
import path from 'node:path';
import { makeGrader } from '#grader/index.ts';
import { checkExercise } from './check-exercise.ts';
import { renderChecked, renderMutants } from './check-text.ts';
import { ExitCode } from './exit-codes.ts';
import { checkLessons, chooseContent, renderLessons, withReferences } from './check-lessons.ts';
import { ownExercises } from './find-exercise.ts';

export type CheckOptions = { json?: boolean; exercises?: string; mutants?: boolean };

const CHILDREN = 2;

export async function check(ids: string[], options: CheckOptions): Promise<number> {
  const root = options.exercises ?? ownExercises;
  const content = chooseContent(root, ids);
  const grader = makeGrader({ children: CHILDREN });
  try {
    const checked = await Promise.all(
      content.exercises.map((id) => checkExercise(path.join(root, id), grader, options)),
    );
    const exercises = withReferences(root, checked, content);
    const others = await checkLessons(content, grader);
    const render = options.mutants === true ? renderMutants : renderChecked;
    process.stdout.write(
      options.json === true
        ? `${JSON.stringify({ exercises, ...others }, null, 2)}\n`
        : [exercises.length === 0 ? '' : render(exercises), renderLessons(others)]
            .filter((text) => text !== '')
            .join('\n'),
    );
    const all = [...exercises, ...others.lessons, ...others.tracks];
    return all.every(({ ok }) => ok) ? ExitCode.Passed : ExitCode.Failed;
  } finally {
    await grader.close();
  }
}
