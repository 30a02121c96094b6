// `interleave check [exercise…]`: proves exercises, once or whenever a file of theirs changes.
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { makeGrader, type Grader } from '#grader/index.ts';
import { changedFolders } from './changed-folders.ts';
import { checkExercise, type CheckedExercise } from './check-exercise.ts';
import {
  checkLessons,
  chooseContent,
  renderLessons,
  withReferences,
  type CheckedLessons,
} from './check-lessons.ts';
import { renderChecked, renderMutants } from './check-text.ts';
import { ExitCode, UsageError } from './exit-codes.ts';
import { ownExercises } from './find-exercise.ts';
import { watchFolders } from './watch-folders.ts';

export type CheckOptions = {
  json?: boolean;
  exercises?: string;
  mutants?: boolean;
  watch?: boolean;
  since?: string;
};

type Checked = { exercises: CheckedExercise[] } & CheckedLessons;

const CHILDREN = Math.min(8, Math.max(2, availableParallelism()));

export async function check(ids: string[], options: CheckOptions): Promise<number> {
  const root = options.exercises ?? ownExercises;
  const selected = await select(root, ids, options);
  if (selected === null) {
    process.stdout.write(
      options.json === true
        ? toJson({ exercises: [], lessons: [], tracks: [] })
        : `nothing of ${root} has changed since ${options.since ?? ''}\n`,
    );
    return ExitCode.Passed;
  }
  const grader = makeGrader({ children: CHILDREN });
  try {
    if (options.watch === true) return await watch(root, selected, options, grader);
    const checked = await checkContent(root, selected, options, grader);
    process.stdout.write(options.json === true ? toJson(checked) : render(checked, options));
    return isProven(checked) ? ExitCode.Passed : ExitCode.Failed;
  } finally {
    await grader.close();
  }
}

/** @returns null when nothing is left to be checked; an empty list stands for everything. */
async function select(
  root: string,
  ids: string[],
  { json, since, watch: isWatch }: CheckOptions,
): Promise<string[] | null> {
  if (isWatch === true && json === true) throw new UsageError('--watch prints for people: leave out --json.');
  const { exercises, others } = chooseContent(root, ids);
  if (since === undefined) return ids;
  const changed = new Set(await changedFolders(root, since));
  const here = [...exercises, ...others.map(({ id }) => id)].filter((id) => changed.has(id));
  return here.length === 0 ? null : here;
}

async function checkContent(
  root: string,
  ids: string[],
  options: CheckOptions,
  grader: Grader,
): Promise<Checked> {
  const content = chooseContent(root, ids);
  const tick = makeProgress(content.exercises.length);
  const exercises = await Promise.all(
    content.exercises.map(async (id) => {
      const checked = await checkExercise(path.join(root, id), grader, options);
      tick();
      return checked;
    }),
  );
  const others = await checkLessons(content, grader);
  return { exercises: withReferences(root, exercises, content), ...others };
}

async function watch(root: string, ids: string[], options: CheckOptions, grader: Grader): Promise<number> {
  await watchFolders(root, ids, async (changed) => {
    const { exercises, others } = chooseContent(root, []);
    const known = [...exercises, ...others.map(({ id }) => id)];
    const here = changed.filter((id) => known.includes(id));
    // A folder that is gone, or a file that belongs to none.
    if (here.length === 0 && changed.length > 0) return null;
    return render(await checkContent(root, here, options, grader), options);
  });
  return ExitCode.Passed;
}

/** For somebody who waits: one line on a terminal, which the last exercise takes away. */
function makeProgress(total: number): () => void {
  let done = 0;
  return () => {
    done += 1;
    if (!process.stderr.isTTY || total < 2) return;
    process.stderr.write(done < total ? `\r${done} of ${total}` : '\r\u001B[K');
  };
}

function isProven({ exercises, lessons, tracks }: Checked): boolean {
  return [...exercises, ...lessons, ...tracks].every(({ ok }) => ok);
}

function toJson(checked: Checked): string {
  return `${JSON.stringify(checked, null, 2)}\n`;
}

function render({ exercises, ...others }: Checked, { mutants }: CheckOptions): string {
  const renderExercises = mutants === true ? renderMutants : renderChecked;
  const texts = [exercises.length === 0 ? '' : renderExercises(exercises), renderLessons(others)];
  return texts.filter((text) => text !== '').join('\n');
}
